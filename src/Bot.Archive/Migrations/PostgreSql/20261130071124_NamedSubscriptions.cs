using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NamedSubscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_subscriptions_Platform_Workspace_Channel_Series",
                table: "subscriptions");

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "subscriptions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_Platform_Workspace_Channel_Series_Name",
                table: "subscriptions",
                columns: new[] { "Platform", "Workspace", "Channel", "Series", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_subscriptions_Platform_Workspace_Channel_Series_Name",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "subscriptions");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_Platform_Workspace_Channel_Series",
                table: "subscriptions",
                columns: new[] { "Platform", "Workspace", "Channel", "Series" },
                unique: true);
        }
    }
}
