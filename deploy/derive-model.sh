#!/usr/bin/env bash
# Writes what a start takes ready-made instead of working it out, from the entities and migrations as they stand:   deploy/derive-model.sh
# EF Core's model of each database, compiled, and the script that makes a new database. Tests fail while either is stale.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=src/Bot.Archive

dotnet tool restore
# Written for the entities as they were, they may not compile with those of today.
rm -rf "$project/Compiled"
dotnet build tests/Bot.Testing -p:RunAnalyzers=false
for database in Sqlite PostgreSql; do
  of=(--no-build --project "$project" --startup-project tests/Bot.Testing --context "${database}ArchiveContext")
  dotnet ef dbcontext optimize "${of[@]}" --output-dir "Compiled/$database" --namespace "Bot.Archive.Compiled.$database"
  dotnet ef migrations script "${of[@]}" --no-transactions --output "$project/Setup/schema.$database.sql"
done

# The tool writes a byte order mark, the house does not.
sed -i '1s/^\xEF\xBB\xBF//' "$project"/Compiled/*/*.cs "$project"/Setup/schema.*.sql
# Statements that a migration gives as text are not ended by it.
perl -0pi -e 's/([^;\s])[ \t]*\n(?=\n)/$1;\n/g' "$project"/Setup/schema.*.sql
