using Bot.Answers.Arguments;
using Bot.Answers.Companies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Funding;
using Bot.Chat;

namespace Bot.Answers.Funding;

/// <summary>
/// Reads the text of a <c>/funding</c> call: names of companies, and conditions (time, stage, amount, the largest, the sums) in any order.
/// A word that can be both is a company if the archive knows one of that name and no longer run of words reads as a condition.
/// </summary>
public sealed class FundingArgumentsReader(AskedTimes times, FundingTerms terms, CompanyQueries companies, NearestNames nearest)
{
    /// <summary>Maximum words of a company's name.</summary>
    private const int MostNameWords = 6;

    private const int MostStageWords = 3;

    private static readonly IReadOnlyList<string> Top = WordList.Of(AnswerText.WordsTop);
    private static readonly IReadOnlyList<string> Total = WordList.Of(AnswerText.WordsTotal);
    private static readonly IReadOnlyList<string> First = WordList.Of(AnswerText.WordsFirst);
    private static readonly HashSet<string> Views = [.. Top, .. Total, .. First];

    private readonly AmountArgument _amounts = new(terms);

    /// <summary>Whether a word asks for the largest, the sums or the first.</summary>
    public static bool IsView(string word) => Views.Contains(word.ToLowerInvariant());

    public async Task<FundingArguments> ReadAsync(string text, Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var words = new ArgumentWords(text);
        var skip = PageArgument.Take(words);
        var arguments = new FundingArguments(words.Left, skip, Days: null);
        if (!words.Holds(TimeArgument.MostWords, run => TimeArgument.Understands(run) || Condition(run, arguments) is not null))
        {
            return arguments;
        }

        var time = await times.ArgumentAsync(series, cancellationToken);
        var known = await companies.KnownAsync(series.Key, cancellationToken);
        string[] all = [.. words.Left.Split(' ')];
        var names = new List<string>();
        var asksFor = all.Any(IsView);
        for (var at = 0; at < all.Length; )
        {
            var name = Longest(all, at, MostNameWords, run => nearest.SameStem(known, run) is not null);
            var day = arguments.Days is null ? Longest(all, at, TimeArgument.MostWords, run => time.Read(run) is not null) : 0;
            var condition = Longest(all, at, AmountArgument.MostWords, run => Condition(run, arguments, asksFor) is not null);
            var length = Math.Max(day, condition);
            if (length == 0 || name >= length)
            {
                names.AddRange(all.Skip(at).Take(Math.Max(1, name)));
                at += Math.Max(1, name);
                continue;
            }

            var run = Joined(all, at, length);
            arguments = day >= condition ? arguments with { Days = time.Read(run) } : Condition(run, arguments, asksFor)!;
            at += length;
        }

        return arguments with
        {
            Company = string.Join(' ', names),
        };
    }

    /// <summary>The arguments with one more condition; null if the words are none, or one of its kind is there already.</summary>
    /// <param name="asksFor">The question asks for the largest or the sums, of which a currency may be named.</param>
    private FundingArguments? Condition(string run, FundingArguments arguments, bool asksFor = false)
    {
        var words = run.ToLowerInvariant();
        var more =
            arguments.View == FundingView.Deals && Top.Contains(words) ? arguments with { View = FundingView.Top }
            : arguments.View == FundingView.Deals && Total.Contains(words) ? arguments with { View = FundingView.Total }
            : arguments.View == FundingView.Deals && First.Contains(words) ? arguments with { View = FundingView.First }
            : arguments.Amount is null && _amounts.Read(words) is { } amount ? arguments with { Amount = amount }
            : asksFor && arguments.Currency is null && terms.Currency(words) is { } currency ? arguments with { Currency = currency }
            : arguments.Stage is null && words.Count(letter => letter == ' ') < MostStageWords && terms.Stage(words) is { } stage
                ? arguments with
                {
                    Stage = stage,
                }
            : null;
        return more is null ? null : more with { Conditions = $"{arguments.Conditions} {run}".Trim() };
    }

    private static int Longest(string[] words, int at, int most, Func<string, bool> isOfKind)
    {
        for (var length = Math.Min(most, words.Length - at); length > 0; length--)
        {
            if (isOfKind(Joined(words, at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private static string Joined(string[] words, int at, int length) => string.Join(' ', words, at, length);
}
