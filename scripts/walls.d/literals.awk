# literals.awk - COUNT FILE of the string and character literals of C files that hold kana or Han; comments do not count
FNR == 1 { comment = 0 }

{
	s = $0
	while (s != "") {
		if (comment) {
			if (!(at = index(s, "*/")))
				next
			s = substr(s, at + 2)
			comment = 0
		}
		if (!match(s, /["']|\/\*|\/\//))
			next
		open_ = substr(s, RSTART, 1)
		if (substr(s, RSTART, 2) == "//")
			next
		s = substr(s, RSTART + (open_ == "/" ? 2 : 1))
		if (open_ == "/") {
			comment = 1
			continue
		}
		text = ""
		while (match(s, /["'\\]/)) {
			text = text substr(s, 1, RSTART - 1)
			c = substr(s, RSTART, 1)
			s = substr(s, RSTART + (c == "\\" ? 2 : 1))
			if (c == open_)
				break
		}
		# kana but for the middle dot; Han, U+3400 to U+9FFF
		gsub(/\343\203\273/, "", text)
		if (text ~ /\343[\201-\203][\200-\277]|\343[\220-\277][\200-\277]|[\344-\351][\200-\277][\200-\277]/)
			n[substr(FILENAME, 9)]++
	}
}

END { for (f in n) print n[f], f }
