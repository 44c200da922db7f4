# mixture.awk - text of the kinds that people have, in the proportions of real documents; LC_ALL=C, -v bytes=N -v seed=N [-v kind=KIND]
#
# Shares are of bytes, about as counted in 116 public documents (minutes, plans, lists of issues, Markdown of projects, pages through
# pdftotext and w3m): prose 31, lists 24, tables with pipes 15, columns laid out with blanks 10, numbered headings and items 12,
# tables with tabs 3, labels and values 2, headings of Markdown 2, quotations and short lines. CSV, of which each is a document, is left to small ones.
# The words are this file's own. The same seed gives the same bytes.

BEGIN {
	x = seed + 1
	N = split("計画 事業 施設 地域 住民 調査 結果 方針 対応 会議 資料 意見 制度 利用 道路 学校 予算 効果 課題 目標 期間 場合 内容 改善 設備 情報 環境 防災 支援 窓口 検討 報告 管理 評価 更新 手続 申請 公開 連携 基準", noun, " ")
	V = split("進める 見直す 行った 確認する 求められる 続けている 示す 定める 増えた 必要である 始まった 検討する 整える 広がっている 変わらない", verb, " ")
	P = split("の に を は が と で から まで について として により", part, " ")
	S = split("完了 実施中 未着手 検討中 遅れ ○ △ × 済 継続", state, " ")
	O = split("総務課 企画課 教育委員会 建設部道路課 市民課 財政課 環境省 国土交通省", office, " ")
	K = split("prose:31 list:24 pipes:15 columns:10 numbered:12 tabs:3 labels:3 short:2", share, " ")
	while (done < bytes)
		section(kind != "" ? kind : drawn())
}

function below(n) {
	x = (x * 16807) % 2147483647
	return x % n
}

function out(s) {
	print s
	done += length(s) + 1
}

# Sections of a kind come as often as make its share of the bytes.
function drawn(    i, k, least, best) {
	least = -1
	for (i = 1; i <= K; i++) {
		split(share[i], k, ":")
		if (least < 0 || given[k[1]] / k[2] < least) {
			least = given[k[1]] / k[2]
			best = k[1]
		}
	}
	return best
}

function section(kind,    before) {
	before = done
	if (kind == "prose") prose()
	else if (kind == "list") list()
	else if (kind == "pipes") pipes()
	else if (kind == "columns") columns()
	else if (kind == "numbered") numbered()
	else if (kind == "tabs") tabs()
	else if (kind == "labels") labels()
	else if (kind == "csv") csv()
	else short_lines()
	out("")
	given[kind] += done - before
}

function word() { return noun[1 + below(N)] }
function date_() { return below(2) ? "令和" (1 + below(7)) "年" (1 + below(12)) "月" (1 + below(28)) "日" : (2015 + below(11)) "年" (1 + below(12)) "月" }
function figure() { return (1 + below(900)) (below(2) ? "件" : below(2) ? "%" : "万円") }

function phrase(    s) {
	s = word() word()
	if (below(6) == 0) s = s "（" word() "）"
	if (below(9) == 0) s = "「" s "」"
	return s part[1 + below(P)]
}

function sentence(    s, n) {
	for (n = 3 + below(5); n > 0; n--)
		s = s phrase() (below(4) == 0 ? "、" : "")
	if (below(4) == 0) s = s date_() "に"
	if (below(5) == 0) s = s figure() "を"
	return s verb[1 + below(V)] "。"
}

function prose(    n, k, s) {
	for (n = 2 + below(4); n > 0; n--) {
		s = "　"
		for (k = 2 + below(4); k > 0; k--)
			s = s sentence()
		out(s)
	}
}

function list(    n) {
	if (below(3) == 0) out("## " word() "の" word())
	for (n = 3 + below(8); n > 0; n--)
		out((below(4) == 0 ? "  " : "") (below(3) ? "- " : "* ") (below(4) == 0 ? "**" word() "**: " : "") sentence())
}

function pipes(    n) {
	out("| No | " word() "名 | 担当 | 状況 | 期限 |")
	out("|---|---|---|---|---|")
	for (n = 1; n <= 4 + below(10); n++)
		out("| " n " | " word() word() "の" word() " | " office[1 + below(O)] " | " state[1 + below(S)] " | " date_() " |")
}

function columns(    n) {
	out("  " word() "名            数      割合    " word())
	for (n = 3 + below(8); n > 0; n--)
		out("  " word() word() "        " sprintf("%6d  %6.1f", below(9000), below(1000) / 10) "    " word())
}

function numbered(    n) {
	out("第" (1 + below(9)) "章　" word() "の" word())
	for (n = 1; n <= 3 + below(5); n++)
		out("(" n ") " word() "の" word() (below(2) ? "" : "\n　" sentence()))
}

function tabs(    n) {
	out("項目\t" word() "\t担当課\t進捗")
	for (n = 1; n <= 3 + below(8); n++)
		out(n "\t" word() word() "を" verb[1 + below(V)] "\t" office[1 + below(O)] "\t" state[1 + below(S)])
}

function labels() {
	out("件名：" word() "の" word())
	out("担当：" office[1 + below(O)])
	out("期限：" date_())
	out("状況：" state[1 + below(S)])
}

function csv(    n) {
	out("番号,件名,担当,状況,期限")
	for (n = 1; n <= 5 + below(20); n++)
		out(n ",\"" word() "," word() "\"," office[1 + below(O)] "," state[1 + below(S)] "," date_())
}

function short_lines(    n) {
	for (n = 1 + below(4); n > 0; n--)
		out(below(3) ? word() "について" : "（" word() "委員）" sentence())
}
