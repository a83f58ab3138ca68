#!/usr/bin/env bash
# Adds a migration for both databases:   deploy/add-migration.sh AddWatches
# Writes the migrations anew from the model, while nothing is released:   deploy/add-migration.sh Initial --replace
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name=${1:?usage: deploy/add-migration.sh NAME [--replace]}
project=src/Bot.Archive

dotnet tool restore
if [ "${2:-}" = --replace ]; then
  rm -rf "$project/Migrations/Sqlite" "$project/Migrations/PostgreSql"
fi

# Written for the entities as they were; deploy/derive-model.sh writes it anew.
rm -rf "$project/Compiled"
dotnet build tests/Bot.Testing -p:RunAnalyzers=false
for database in Sqlite PostgreSql; do
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project tests/Bot.Testing \
    --context "${database}ArchiveContext" --output-dir "Migrations/$database"
done

# The tool writes a byte order mark, the house does not.
sed -i '1s/^\xEF\xBB\xBF//' "$project"/Migrations/*/*.cs
deploy/derive-model.sh
