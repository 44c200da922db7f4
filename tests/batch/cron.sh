#!/bin/sh
# tests/batch/cron.sh - cron itself runs the lines of samples/cron, and what it mails is what the manual says
#
# Debian's cron(8), with mail going to a file, in namespaces of its own: nothing of the
# machine's cron is touched. The lines are those of the samples but for the hour, which is
# now; so this waits for the next minute. Needs root.
# shellcheck disable=SC1091 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
. "$here/../lib/private.sh"
private "$here/cron.sh"

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
own_etc "$tmp"
empty /run /srv /var/lib /var/log /var/spool
installed "$top" "$tmp"

# The directory with cron's idea of sendmail(8), and cron alone.
mkdir "$tmp/sbin" && cp /usr/sbin/cron "$tmp/sbin" || exit 2
cat >"$tmp/sbin/sendmail" <<'END'
#!/bin/sh
exec cat >/var/log/mail.$$
END
chmod +x "$tmp/sbin/sendmail"
chmod 1777 /var/log

# No job but ours: one for the machine, one of a user.
mkdir /var/spool/cron /var/spool/cron/crontabs && chmod 1730 /var/spool/cron/crontabs &&
	chgrp crontab /var/spool/cron/crontabs || exit 2
rm -rf /etc/cron.d /etc/crontab
mkdir /etc/cron.d
useradd --create-home --home-dir /srv/hana hana || exit 2

# What the README tells the administrator of cron to do.
readme "$top/samples/cron/README.md" cron "$tmp/steps"
ok $? "the README's steps"

# Four documents, one with a warning, one that is no text; and hana's, which are all good.
mkdir /srv/documents /srv/hana/documents
cp "$top/samples/ministry-actions.cp932.txt" "$top/samples/company-security.eucjp.txt" \
	"$top/samples/town-ragged.utf8.txt" /srv/documents
head -c 3000 /dev/zero >/srv/documents/zeros.txt
cp "$top/samples/ministry-actions.cp932.txt" /srv/hana/documents
chown -R hana /srv/hana

# The hour is each minute; all else is the sample.
now='s/^17 3 /* * /'
sed -i "$now" /etc/cron.d/tanzaku
grep -q '^\* \* ' /etc/cron.d/tanzaku
ok $? 'the sample has the line that this test is about'
sed "$now" "$top/samples/cron/crontab" | (crontab -u hana -)
ok $? 'crontab takes the sample of one user'

mount --bind "$tmp/sbin" /usr/sbin || exit 2
cron -f &
for _ in $(seq 90); do
	sleep 1
	cat /var/log/tanzaku/batch.jsonl /srv/hana/tanzaku.jsonl >"$tmp/log" 2>/dev/null
	[ "$(grep -c '"event":"end"' "$tmp/log")" -ge 2 ] && break
done
kill $!
# Mail goes out when the job has ended.
sleep 1

cat >"$tmp/mail" <<'END'
From: root (Cron Daemon)
To: root
Subject: Cron <tanzaku@worker> tanzaku batch -q --log /var/log/tanzaku/batch.jsonl /srv/documents /var/lib/tanzaku/json
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
X-Cron-Env: <SHELL=/bin/sh>
X-Cron-Env: <PATH=/usr/local/bin:/usr/bin:/bin>
X-Cron-Env: <MAILTO=root>
X-Cron-Env: <CONTENT_TYPE=text/plain; charset=UTF-8>
X-Cron-Env: <HOME=/var/lib/tanzaku>
X-Cron-Env: <LOGNAME=tanzaku>

END
sed -n 's/^    tanzaku-batch:/tanzaku-batch:/p' "$top/samples/cron/README.md" >>"$tmp/mail"
cat /var/log/mail.* >"$tmp/mails"
same "$tmp/mail" "$tmp/mails" 'one mail, with the lines that the README shows, and none from the run that went well'

# The log, but for times, version and process numbers.
plain='
	s/"time":"[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z"/TIME/
	s/"version":"[^"]*"/VERSION/
	s/"pid":[0-9]*/PID/
	s/"seconds":[0-9.]*/SECONDS/'
sed "$plain" /srv/hana/tanzaku.jsonl >"$tmp/got"
cat >"$tmp/want" <<'END'
{TIME,"event":"begin",VERSION,"outdir":"/srv/hana/json",PID}
{TIME,"event":"converted","doc":"documents/ministry-actions.cp932.txt","bytes":1889,"warnings":0,"rows":9}
{TIME,"event":"end","status":0,"documents":1,"converted":1,"warned":0,"rowless":0,"unchanged":0,"waiting":0,"excluded":0,"bad":0,"gone":0,"pruned":0,SECONDS}
END
same "$tmp/want" "$tmp/got" "hana's log is what the manual says"
finish
