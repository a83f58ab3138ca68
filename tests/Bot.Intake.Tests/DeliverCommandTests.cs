using System.Diagnostics;

namespace Bot.Intake.Tests;

public sealed class DeliverCommandTests
{
    [Theory]
    [InlineData("a.md", "ingest --deliver a.md")]
    [InlineData("日次/2026-01-06.md", "ingest --deliver 日次/2026-01-06.md")]
    [InlineData("old day's.md", @"ingest --deliver 'old day'\''s.md'")]
    [InlineData("-.md", "ingest --deliver ./-.md")]
    [InlineData("-", "ingest --deliver -")]
    public void The_file_is_quoted_where_a_shell_would_take_it_apart(string file, string command) =>
        Assert.Equal(command, DeliverCommand.Of(file, new IntakeRequest(file, default, Origins.CommandLine)));

    [Fact]
    public void What_was_asked_for_beside_the_file_is_asked_for_again() =>
        Assert.Equal(
            "ingest --deliver --series eu-ai --date 2025-12-31 --edition evening a.md",
            DeliverCommand.Of(
                "a.md",
                new IntakeRequest("a.md", default, Origins.CommandLine)
                {
                    Series = "eu-ai",
                    Date = new DateOnly(2025, 12, 31),
                    Edition = "evening",
                }
            )
        );

    [Theory]
    [InlineData("$(touch x) `y` \"z\" \\ * ? ~ # ! & ; | < > ( ) { } [ ]")]
    [InlineData("'")]
    [InlineData("a'b''c")]
    [InlineData("~/a.md")]
    [InlineData("two\nlines\tand \\ a 'quote'\u001b")]
    [InlineData("全角　空白、「かぎ」…😀.md")]
    [InlineData("-rf")]
    public async Task A_shell_reads_back_the_very_name(string file)
    {
        var command = DeliverCommand.Of(file, new IntakeRequest(file, default, Origins.CommandLine));
        var start = new ProcessStartInfo("bash", ["-c", command.Replace("ingest --deliver", "printf %s", StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var shell = Process.Start(start)!;

        var read = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(file.StartsWith('-') ? "./" + file : file, read);
        Assert.DoesNotContain('\n', command);
    }
}
