using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DealsAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "AmountFrom",
                table: "items",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "AmountTo",
                table: "items",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "items",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DealId",
                table: "items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "items",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_items_CompanyKey",
                table: "items",
                column: "CompanyKey");

            migrationBuilder.CreateIndex(
                name: "IX_items_DealId",
                table: "items",
                column: "DealId");

            migrationBuilder.CreateIndex(
                name: "IX_items_Series_Currency_AmountTo",
                table: "items",
                columns: new[] { "Series", "Currency", "AmountTo" });

            // Until their briefings are read again, which joins them, rounds are deals of their own.
            migrationBuilder.Sql("UPDATE items SET \"DealId\" = \"Id\" WHERE \"Kind\" = 'Funding'");
            // Holds tokens only; the text is the items'. https://www.sqlite.org/fts5.html#contentless_delete_tables
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE item_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE item_words");

            migrationBuilder.DropIndex(
                name: "IX_items_CompanyKey",
                table: "items");

            migrationBuilder.DropIndex(
                name: "IX_items_DealId",
                table: "items");

            migrationBuilder.DropIndex(
                name: "IX_items_Series_Currency_AmountTo",
                table: "items");

            migrationBuilder.DropColumn(
                name: "AmountFrom",
                table: "items");

            migrationBuilder.DropColumn(
                name: "AmountTo",
                table: "items");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "items");

            migrationBuilder.DropColumn(
                name: "DealId",
                table: "items");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "items");
        }
    }
}
