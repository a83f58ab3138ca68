using System.Text.Json;
using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class ReadVerbTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Json_is_the_schemas_and_nothing_else_is_on_standard_output()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("read", "a.md", "--json");

        Assert.Equal(ExitCode.Done, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("2026-01-06", json.RootElement.GetProperty("date").GetString());
        Assert.Equal(3, json.RootElement.GetProperty("funding").GetArrayLength());
    }

    [Fact]
    public async Task The_summary_names_the_sections_with_their_counts()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("read", "a.md");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("funding 3", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("新興企業・スタートアップ動向 (3)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_go_to_standard_error_with_line_and_column_and_do_not_fail()
    {
        _bench.Write("a.md", "# 動向 2026年1月6日：見出し\n\n要旨 [7]。\n\n## 参考文献\n\n[1] A. (2026). *B*. https://a.example/\n");

        var outcome = await _bench.RunAsync("read", "a.md", "--json");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Matches(@"(?m)^3:\d+ dangling-citation .+$", outcome.Error);
    }

    [Fact]
    public async Task It_needs_and_leaves_no_database()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        await _bench.RunAsync("read", "a.md");

        Assert.Equal([Path.Combine(_bench.Folder, "a.md")], Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Fact]
    public async Task A_missing_empty_or_binary_file_is_one_reason()
    {
        _bench.Write("empty.md", "");
        await File.WriteAllBytesAsync(
            Path.Combine(_bench.Folder, "binary.md"),
            [0xff, 0xfe, 0x00, 0xd8, 0x00],
            TestContext.Current.CancellationToken
        );
        await File.WriteAllBytesAsync(
            Path.Combine(_bench.Folder, "large.md"),
            new byte[(2 * 1024 * 1024) + 1],
            TestContext.Current.CancellationToken
        );

        foreach (
            var (file, reason) in new[]
            {
                ("absent.md", "no such file"),
                ("empty.md", "empty"),
                ("binary.md", "UTF-8"),
                ("large.md", "too large"),
            }
        )
        {
            var outcome = await _bench.RunAsync("read", file, "--json");

            Assert.Equal(ExitCode.Failed, outcome.Code);
            Assert.Empty(outcome.Output);
            Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
            Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task An_admins_words_are_known()
    {
        _bench.Set("Vocabulary:Sections:startups:港の資金", "9");
        _bench.Write(
            "a.md",
            "# 動向 2026年1月6日：見出し\n\n要旨。\n\n## 港の資金\n\n| 企業名 | 調達額 |\n|---|---|\n| **Quillstone** | 3億ドル |\n"
        );

        var outcome = await _bench.RunAsync("read", "a.md", "--json");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("startups", json.RootElement.GetProperty("sections")[0].GetProperty("kind").GetString());
    }
}
