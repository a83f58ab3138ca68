using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Saving;

/// <summary>A real document with an author's typical edits.</summary>
public sealed class RealBriefingTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_is_stored_whole_and_a_second_time_not_at_all(TestDatabase database)
    {
        var markdown = SharedFolder.Briefing();

        var saved = await SaveAsync(database, markdown);
        var again = await SaveAsync(database, markdown);

        Assert.Equal((SaveStatus.Created, SaveStatus.Unchanged), (saved.Status, again.Status));
        Assert.Equal(markdown, (await database.Archive.LoadAsync(new("us-ai", Day), null, Cancel))!.Markdown);
        await using var context = database.CreateContext();
        var counts = await context
            .Items.GroupBy(item => item.Kind)
            .Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, Cancel);
        Assert.Equal(
            (7, 4, 3, 2, 5, 12),
            (
                counts[ItemKind.News],
                counts[ItemKind.Funding],
                counts[ItemKind.Outlook],
                counts[ItemKind.DeepDive],
                counts[ItemKind.ComparisonRow],
                counts[ItemKind.Reference]
            )
        );
        Assert.DoesNotContain(
            await context.Items.ToListAsync(Cancel),
            item =>
                item.Kind != ItemKind.Reference
                && (item.Text.Contains("**", StringComparison.Ordinal) || item.Text.Contains("[1", StringComparison.Ordinal))
        );
    }

    [Theory, BothDatabases]
    public async Task Its_companies_are_joined_across_table_headlines_and_running_text(TestDatabase database)
    {
        await SaveAsync(database, SharedFolder.Briefing());

        await using var context = database.CreateContext();
        var roles = await context
            .Mentions.Where(mention => mention.CompanyKey == "nvidia")
            .Select(mention => mention.Role)
            .Distinct()
            .ToListAsync(Cancel);
        Assert.Equal([MentionRole.Investor, MentionRole.Headline, MentionRole.Text], roles.Order());
        var xai = await context.Items.SingleAsync(item => item.CompanyKey == "xai", Cancel);
        Assert.Equal(20_000_000_000m, EntryJson.ReadFunding(xai.Data).Amount!.Value);
        Assert.Equal(
            ["NVIDIA", "Cisco", "Fidelity"],
            await context
                .Mentions.Where(mention => mention.ItemId == xai.Id && mention.Role == MentionRole.Investor)
                .OrderBy(mention => mention.Id)
                .Select(mention => mention.Name)
                .ToListAsync(Cancel)
        );
    }

    [Theory, BothDatabases]
    public async Task An_edited_document_keeps_the_ids_of_all_that_it_still_says(TestDatabase database)
    {
        var markdown = SharedFolder.Briefing();
        await SaveAsync(database, markdown);
        var before = await ItemsAsync(database);

        // A reworded headline, a corrected amount, a removed and an inserted item, two reordered items.
        var lines = markdown.Split('\n').ToList();
        Replace(lines, "**AMD、コンシューマ向けAI PCプロセッサを発表**", "**AMDが家庭向けのAI PCチップを公表**");
        Replace(lines, "200億ドル / 2300億ドル", "180億ドル / 2300億ドル");
        lines.RemoveAll(line => line.StartsWith("- **NVIDIA、新チップアーキテクチャ", StringComparison.Ordinal));
        lines.Insert(
            lines.FindIndex(line => line.StartsWith("- **Stagwell", StringComparison.Ordinal)),
            "- **Brightloom、棚割りの提案を開始**: 小売店の販売記録から翌週の棚を提案します [5]。\n"
        );
        var wpp = lines.FindIndex(line => line.StartsWith("- **WPP", StringComparison.Ordinal));
        var walmart = lines.FindIndex(line => line.StartsWith("- **Walmart", StringComparison.Ordinal));
        (lines[wpp], lines[walmart]) = (lines[walmart], lines[wpp]);
        var saved = await SaveAsync(database, string.Join('\n', lines));

        Assert.Equal(
            [
                (ItemKind.News, ChangeType.Changed, "AMDが家庭向けのAI PCチップを公表"),
                (ItemKind.News, ChangeType.Added, "Brightloom、棚割りの提案を開始"),
                (ItemKind.News, ChangeType.Removed, "NVIDIA、新チップアーキテクチャ「Rubin」を発表"),
                (ItemKind.Funding, ChangeType.Changed, "xAI"),
            ],
            saved.Changes.Select(change => (change.Kind, change.Type, change.Headline))
        );
        var after = await ItemsAsync(database);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(
            before.Keys.Except(after.Keys),
            saved.Changes.Where(change => change.Type == ChangeType.Removed).Select(change => change.ItemId)
        );
        Assert.Equal(
            after.Keys.Except(before.Keys),
            saved.Changes.Where(change => change.Type == ChangeType.Added).Select(change => change.ItemId)
        );

        // And back: the removed item returns with its id, the inserted one disappears.
        await SaveAsync(database, markdown);
        Assert.Equal(before, await ItemsAsync(database));
    }

    [Fact]
    public void Different_items_of_one_briefing_are_never_near_enough_to_be_confused()
    {
        var folder = SharedFolder.Path("briefings");
        // Only the series that is revised, without publishers who repeat one sentence under many headlines.
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "20??-??-??*.md", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "others")
        )
        {
            var drafts = ItemDrafts.Of(new BriefingReader().Read(File.ReadAllText(file)).Briefing);
            var near = drafts
                .SelectMany(left =>
                    drafts
                        .Where(right => right.Kind == left.Kind && right.Ordinal > left.Ordinal && right.Key != left.Key)
                        .Select(right => (left, right, Score: new Nearness(left).To(new Nearness(right))))
                )
                .OrderByDescending(pair => pair.Score)
                .ToList();

            Assert.Empty(
                near.Where(pair => pair.Score >= Nearness.Threshold(pair.left.Kind))
                    .Select(pair =>
                        $"{Path.GetFileName(file)} {pair.left.Kind} {pair.Score:0.00}: {pair.left.Headline} / {pair.right.Headline}"
                    )
            );
        }
    }

    private static void Replace(List<string> lines, string old, string text)
    {
        var index = lines.FindIndex(line => line.Contains(old, StringComparison.Ordinal));
        lines[index] = lines[index].Replace(old, text, StringComparison.Ordinal);
    }

    private static Task<SaveResult> SaveAsync(TestDatabase database, string markdown) =>
        database.Archive.SaveAsync(
            new SaveRequest
            {
                Series = "us-ai",
                Date = Day,
                Origin = "cli",
                Reading = new BriefingReader().Read(markdown),
            },
            Cancel
        );

    private static async Task<Dictionary<long, string>> ItemsAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context
            .Items.Where(item => item.GoneInRevision == null)
            .OrderBy(item => item.Id)
            .ToDictionaryAsync(item => item.Id, item => $"{item.Kind} {item.Ordinal} {item.Headline}", Cancel);
    }
}
