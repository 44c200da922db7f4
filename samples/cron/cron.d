# /etc/cron.d/tanzaku - convert what is new or changed, every night
SHELL=/bin/sh
PATH=/usr/local/bin:/usr/bin:/bin
# Who gets what was said. -q says nothing on a good night, so there is no mail then.
MAILTO=root
# Names and messages are Japanese.
CONTENT_TYPE="text/plain; charset=UTF-8"
17 3 * * * tanzaku tanzaku batch -q --log /var/log/tanzaku/batch.jsonl /srv/documents /var/lib/tanzaku/json
