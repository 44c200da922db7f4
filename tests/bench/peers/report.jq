# report.jq - a line of report.awk becomes an object
def code:
	if . == "" then null
	elif test("実施済|完了した") then "done"
	elif test("着手済|準備を進め") then "in-progress"
	elif test("今後|予定") then "planned"
	elif test("不明") then "uncertain"
	else null end;

split("\t") as [$line, $id, $path, $meaning, $header, $cells]
| ($header | split("\u001f")) as $names
| ($cells | split("\u001f")) as $values
| {
	line: ($line | tonumber),
	id: $id,
	path: ($path | split("\u001f")),
	cells: ([range($values | length) | {($names[.] // (. + 1 | tostring)): $values[.]}] | add),
	status: (if $meaning == "" then []
		else [{column: $names[-1], mark: $values[-1], code: ($meaning | code), meaning: $meaning}] end)
}
