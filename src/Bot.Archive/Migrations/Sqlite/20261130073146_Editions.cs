using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_SubscriptionId_Series_Date",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_briefings_Series_Date",
                table: "briefings");

            migrationBuilder.AddColumn<string>(
                name: "Edition",
                table: "deliveries",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Edition",
                table: "briefings",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReadBy",
                table: "briefings",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_SubscriptionId_Series_Date_Edition",
                table: "deliveries",
                columns: new[] { "SubscriptionId", "Series", "Date", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_briefings_Series_Date_Edition",
                table: "briefings",
                columns: new[] { "Series", "Date", "Edition" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_SubscriptionId_Series_Date_Edition",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_briefings_Series_Date_Edition",
                table: "briefings");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "briefings");

            migrationBuilder.DropColumn(
                name: "ReadBy",
                table: "briefings");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_SubscriptionId_Series_Date",
                table: "deliveries",
                columns: new[] { "SubscriptionId", "Series", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_briefings_Series_Date",
                table: "briefings",
                columns: new[] { "Series", "Date" },
                unique: true);
        }
    }
}
