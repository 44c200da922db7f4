// Progress reports to JSON Lines, one object a table row, as `tanzaku convert -l` does it.
//
// usage: report.js [-a] [ENCODING] <document     report.js [-a] --files FILE ...   (UTF-8, else CP932)
//
// -a: with the dates and agencies of each row
'use strict';
const fs = require('fs');

const LEGEND = /^(?:凡例[::]\s*)?([①-⑳])…(.+)/u;
const SCHEMES = [/^第\d+[編部]/u, /^第\d+章/u, /^第\d+節/u, /^[①-⑳]/u, /^\(\d+\)/u, /^\([ア-ン]\)/u];
const CODES = [
	[/実施済|完了した/u, 'done'], [/着手済|準備を進め/u, 'in-progress'], [/今後|予定/u, 'planned'], [/不明/u, 'uncertain'],
];
const ERAS = {明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018};
const DATE = /(明治|大正|昭和|平成|令和)(元|\d+)年(?:(度)|(\d+)月(?:(\d+)日)?)?|(前|今|本|来|同)?年度(?:内|末|中)?/gu;
const RELATIVE = {前: -1, 来: 1};
const AGENCIES = {
	内閣官房: '3000012010001', 内閣府: '2000012010019', 警察庁: '8000012130001', 金融庁: '6000012010023',
	総務省: '2000012020001', 法務省: '1000012030001', 外務省: '9000012040001', 財務省: '8000012050001',
	文部科学省: '7000012060001', 厚生労働省: '6000012070001', 農林水産省: '5000012080001',
	経済産業省: '4000012090001', 国土交通省: '2000012100001', 環境省: '1000012110001', 防衛省: '9000012120001',
	関係府省: null, 関係省庁: null,
};
const AGENCY = new RegExp(Object.keys(AGENCIES).join('|'), 'gu');
const two = (number) => String(number).padStart(2, '0');
const fiscalYear = (year, flags) =>
	({start: `${year}-04-01`, end: `${year + 1}-03-31`, precision: 'fiscal-year', flags});

class Report {
	static withFacts = false;

	constructor(name) {
		this.name = name;
		this.year = null; // the fiscal year of the last date
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
			...(Report.withFacts ? this.facts(cells) : {}),
		};
	}

	period([, era, count, whole, month, day, relation]) {
		if (!era) {
			if (this.year === null)
				return {start: null, end: null, precision: null, flags: ['relative', 'unresolved']};
			return fiscalYear(this.year + (RELATIVE[relation] ?? 0), ['inferred-year', 'relative']);
		}
		const year = ERAS[era] + (count === '元' ? 1 : Number(count));
		this.year = month && month < 4 ? year - 1 : year;
		if (whole)
			return fiscalYear(year, []);
		if (!month)
			return {start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year', flags: []};
		const start = `${year}-${two(month)}-`;
		if (day)
			return {start: start + two(day), end: start + two(day), precision: 'day', flags: []};
		const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
		return {start: start + '01', end: start + last, precision: 'month', flags: []};
	}

	facts(cells) {
		const dates = [], agencies = [];
		cells.forEach((cell, i) => {
			const column = this.header[i] ?? String(i + 1);
			for (const match of cell.matchAll(DATE))
				dates.push({column, raw: match[0], ...this.period(match)});
			if (column.startsWith('担当'))
				for (const [name] of cell.matchAll(AGENCY))
					agencies.push({column, name, kind: AGENCIES[name] ? 'agency' : 'group', id: AGENCIES[name]});
		});
		return {dates, agencies};
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

const args = process.argv.slice(2);
Report.withFacts = args[0] === '-a';
if (Report.withFacts)
	args.shift();
const [first, ...names] = args;
if (first === '--files')
	for (const name of names)
		process.stdout.write(new Report(name).json(decoded(fs.readFileSync(name)).split('\n')));
else
	stream(first ?? 'utf-8');
