using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.PostgreSql
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
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "AmountTo",
                table: "items",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "items",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DealId",
                table: "items",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "items",
                type: "character varying(64)",
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
            migrationBuilder.Sql("CREATE TABLE item_words (\"ItemId\" bigint PRIMARY KEY, \"Words\" tsvector NOT NULL)");
            migrationBuilder.Sql("CREATE INDEX \"IX_item_words_Words\" ON item_words USING gin (\"Words\")");
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
