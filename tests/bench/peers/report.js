// Progress reports to JSON Lines, one object a table row, as `tanzaku convert -l` does it.
//
// usage: report.js [ENCODING] <document     report.js --files FILE ...   (UTF-8, else CP932)
'use strict';
const fs = require('fs');

const LEGEND = /^(?:凡例[::]\s*)?([①-⑳])…(.+)/u;
const SCHEMES = [/^第\d+[編部]/u, /^第\d+章/u, /^第\d+節/u, /^[①-⑳]/u, /^\(\d+\)/u, /^\([ア-ン]\)/u];
const CODES = [
	[/実施済|完了した/u, 'done'], [/着手済|準備を進め/u, 'in-progress'], [/今後|予定/u, 'planned'], [/不明/u, 'uncertain'],
];

class Report {
	constructor(name) {
		this.name = name;
		this.legend = new Map();
		this.headings = []; // {depth, mark, title}, outermost first
		this.header = null;
		this.number = 0;
	}

	textLine(line) {
		this.header = null;
		if (line === '')
			return;
		const legend = LEGEND.exec(line);
		if (legend) {
			const [, mark, meaning] = legend;
			const code = (CODES.find(([pattern]) => pattern.test(meaning)) ?? [, null])[1];
			this.legend.set(mark, {mark, code, rank: this.legend.size + 1, meaning});
			return;
		}
		for (let depth = 0; depth < SCHEMES.length; depth++) {
			const match = SCHEMES[depth].exec(line);
			if (match) {
				while (this.headings.length && this.headings.at(-1).depth >= depth)
					this.headings.pop();
				this.headings.push({depth, mark: match[0].replace(/[()]/g, ''), title: line});
				return;
			}
		}
	}

	row(cells) {
		const names = {};
		cells.forEach((cell, i) => { names[this.header[i] ?? String(i + 1)] = cell; });
		const raw = cells.at(-1);
		const status = this.legend.get(raw);
		return {
			doc: this.name,
			line: this.number,
			id: [...this.headings.map((h) => h.mark), ...cells[0].replaceAll(')', '').split(' ')].join('/'),
			path: this.headings.map((h) => h.title),
			cells: names,
			status: status ? [{column: this.header.at(-1), raw, ...status}] : [],
		};
	}

	// The row that the line is, if it is one.
	line(line) {
		this.number++;
		if (line.endsWith('\r'))
			line = line.slice(0, -1);
		if (!line.includes('\t'))
			this.textLine(line);
		else if (!this.header)
			this.header = line.split('\t');
		else
			return this.row(line.split('\t'));
	}

	// All rows of some lines, as JSON Lines.
	json(lines) {
		let text = '';
		for (const line of lines) {
			const row = this.line(line);
			if (row)
				text += JSON.stringify(row) + '\n';
		}
		return text;
	}
}

function decoded(data) {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(data);
	} catch {
		return new TextDecoder('shift_jis').decode(data);
	}
}

async function stream(encoding) {
	const decoder = new TextDecoder(encoding);
	const report = new Report('-');
	let rest = '';
	for await (const chunk of process.stdin) {
		const lines = (rest + decoder.decode(chunk, {stream: true})).split('\n');
		rest = lines.pop();
		if (!process.stdout.write(report.json(lines)))
			await new Promise((resolve) => process.stdout.once('drain', resolve));
	}
	process.stdout.write(report.json([rest + decoder.decode()]));
}

const [first, ...names] = process.argv.slice(2);
if (first === '--files')
	for (const name of names)
		process.stdout.write(new Report(name).json(decoded(fs.readFileSync(name)).split('\n')));
else
	stream(first ?? 'utf-8');
