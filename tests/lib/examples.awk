# examples.awk - the examples of a document, to be run again
#
# In a block of Markdown that is indented by four blanks, or in one of mdoc between .Bd and
# .Ed, a line "$ COMMAND" is an example; it goes on in the next line if it ends in "|" or
# a backslash. The lines to the next example, or to the end of the block, are its output.
#
#	awk -f examples.awk FILE           prints the examples with the output that FILE shows
#	awk -v run=1 -f examples.awk FILE  prints a shell script that runs them and prints the same
#	awk -v late=1 ...                  takes those that need what make check does without, and no others
#
# These are in a block below a comment that ends in "check-all", or "check-all -->".

function quote(s) { gsub(/'/, "'\\''", s); return "'" s "'" }

/^(\.\\"|<!--) check-all( -->)?$/ { marked = 1; next }
FILENAME ~ /\.md$/ {
	inside = sub(/^    /, "")
	if (!inside && !/^$/) marked = 0
}
/^\.Bd/ { inside = 1; example = 0; next }
/^\.Ed/ { marked = 0; inside = 0 }
inside && marked != late + 0 { next }
!inside { example = 0; next }
FILENAME !~ /\.md$/ { gsub(/\\e/, "\\") }
/^\$ / || more {
	example = 1
	print run ? "printf '%s\\n' " quote($0) : $0
	command = command (more ? "\n" $0 : substr($0, 3))
	more = /[|\\]$/
	if (!more) {
		if (run) print command
		command = ""
	}
	next
}
example && !run { print }
