using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MentionedDeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld",
                table: "mentions");

            migrationBuilder.AddColumn<long>(
                name: "DealId",
                table: "mentions",
                type: "bigint",
                nullable: true);

            // A round's mentions get the number of its deal.
            migrationBuilder.Sql(
                """
                UPDATE mentions SET "DealId" = (SELECT items."DealId" FROM items WHERE items."Id" = mentions."ItemId")
                WHERE "ItemId" IS NOT NULL
                """);

            migrationBuilder.CreateIndex(
                name: "IX_mentions_rounds",
                table: "mentions",
                column: "ItemId",
                filter: "\"DealId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld_DealId",
                table: "mentions",
                columns: new[] { "Series", "CompanyKey", "Role", "Date", "ItemId", "IsHeld", "DealId" });

            migrationBuilder.CreateIndex(
                name: "IX_items_headlines",
                table: "items",
                columns: new[] { "Series", "Key" },
                filter: "\"Kind\" = 'News'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_items_headlines",
                table: "items");

            migrationBuilder.DropIndex(
                name: "IX_mentions_rounds",
                table: "mentions");

            migrationBuilder.DropIndex(
                name: "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld_DealId",
                table: "mentions");

            migrationBuilder.DropColumn(
                name: "DealId",
                table: "mentions");

            migrationBuilder.CreateIndex(
                name: "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld",
                table: "mentions",
                columns: new[] { "Series", "CompanyKey", "Role", "Date", "ItemId", "IsHeld" });
        }
    }
}
