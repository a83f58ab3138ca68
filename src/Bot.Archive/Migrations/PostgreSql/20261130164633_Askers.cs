using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Archive.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Askers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "askers",
                columns: table => new
                {
                    Platform = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Workspace = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_askers", x => new { x.Platform, x.Workspace, x.Person });
                });

            migrationBuilder.CreateIndex(
                name: "IX_askers_AnsweredAt",
                table: "askers",
                column: "AnsweredAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "askers");
        }
    }
}
