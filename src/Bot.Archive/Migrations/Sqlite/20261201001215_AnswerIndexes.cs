using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnswerIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_items_Series_Kind_Date",
                table: "items");

            migrationBuilder.CreateIndex(
                name: "IX_items_listed",
                table: "items",
                columns: new[] { "Series", "Kind", "Date", "DealId", "Stage", "Currency", "AmountFrom", "AmountTo", "IsHeld", "GoneInRevision" });

            migrationBuilder.CreateIndex(
                name: "IX_briefings_held",
                table: "briefings",
                columns: new[] { "Series", "Date" },
                filter: "\"IsHeld\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_items_listed",
                table: "items");

            migrationBuilder.DropIndex(
                name: "IX_briefings_held",
                table: "briefings");

            migrationBuilder.CreateIndex(
                name: "IX_items_Series_Kind_Date",
                table: "items",
                columns: new[] { "Series", "Kind", "Date" });
        }
    }
}
