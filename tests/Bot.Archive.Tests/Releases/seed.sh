#!/usr/bin/env bash
# Fills a database using a release's own build, for upgrade tests. In an empty folder:
#   seed.sh BOT_DLL REPOSITORY [SUBSCRIPTIONS]   (Database__Provider and Database__ConnectionString select a server; default: SQLite in ./data)
# SUBSCRIPTIONS is a file for another platform than the web channel, whose settings stand in the environment: slack.*.sql were made with
# the emulator (dotnet run --project tests/Bot.Emulators -- slack), and keep the key that seals its token.
# Two old days, today with a revision that corrects an amount, and yesterday's briefing, planned but held back by a pause.
# Then: sqlite3 data/bot.db .dump, or pg_dump --inserts --no-owner --no-privileges, without the rows of protection_keys.
set -euo pipefail
bot=$1 fixtures=$2/tests
posts=$fixtures/Bot.Posts.Tests/Fixtures
[ -d "$posts" ] || posts=$fixtures/Bot.Chat.Tests/Fixtures
export Web__Url=${Web__Url:-http://127.0.0.1:5191} Intake__Inbox=inbox
today=$(TZ=Asia/Tokyo date +%Y年%-m月%-d日) yesterday=$(TZ=Asia/Tokyo date -d yesterday +%Y年%-m月%-d日)
mkdir -p inbox
sed "s/2026年3月4日（水）/$today/; s/2026年3月4日/$today/" "$posts/lantern.ja.md" > today.md
sed "s/約9000万ドル/約9500万ドル/" today.md > revised.md
sed "s/2026年3月3日（火）/$yesterday/; s/2026年3月3日/$yesterday/" "$posts/lantern-previous.ja.md" > yesterday.md

all_sent() {
  for _ in $(seq 60); do
    dotnet "$bot" deliveries list | grep -qE 'planned|sending' || return 0
    sleep 1
  done
  return 1
}

[ -z "${3:-}" ] || dotnet "$bot" subscriptions apply "$3"
dotnet "$bot" serve > serve.log 2>&1 &
service=$!
for _ in $(seq 90); do curl -sf "$Web__Url/health/ready" > /dev/null && break; sleep 1; done
dotnet "$bot" ingest "$posts/lantern.ja.md" "$fixtures/Bot.Briefings.Tests/Fixtures/yen-desk.md" --no-deliver
dotnet "$bot" ingest today.md
all_sent
dotnet "$bot" ingest revised.md
all_sent
dotnet "$bot" deliveries pause all
dotnet "$bot" ingest yesterday.md
kill -TERM $service
wait $service
