using Bot.Answers.Arguments;
using Bot.Answers.Companies;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Funding;
using Bot.Chat;

namespace Bot.Answers.Asking;

/// <summary>
/// Reads a question in a closed grammar: names of companies, times, stages, amounts, what is wanted (the deals, their number, the largest,
/// the sums, news), and the words that any question has. From left to right, always the longest that has a meaning; Japanese needs no
/// spaces. A word without a meaning is left over, never guessed.
/// </summary>
public sealed class QuestionReader(AskedTimes times, FundingTerms terms, CompanyQueries companies, NearestNames nearest)
{
    /// <summary>Longer texts are no questions. In UTF-16 code units.</summary>
    public const int MaxLength = 160;

    /// <summary>Longest run that can mean one thing.</summary>
    private const int MaxRun = 40;

    private static readonly IReadOnlyList<string> Top = [.. WordList.Of(AnswerText.WordsTop), .. WordList.Of(AnswerText.AskTop)];
    private static readonly IReadOnlyList<string> Total = WordList.Of(AnswerText.WordsTotal);
    private static readonly IReadOnlyList<string> HowMuch = WordList.Of(AnswerText.AskHowMuch);
    private static readonly IReadOnlyList<string> HowMany = WordList.Of(AnswerText.AskHowMany);
    private static readonly IReadOnlyList<string> OfNews = WordList.Of(AnswerText.AskNews);
    private static readonly HashSet<string> Common = [.. WordList.Of(AnswerText.AskCommon), .. WordList.Of(AnswerText.WordsJoints)];

    private readonly AmountArgument _amounts = new(terms);

    /// <summary>Null if the text is too long for a question.</summary>
    public async Task<AskedQuestion?> ReadAsync(string text, Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var question = AskedText.Clean(text);
        if (question.Length > MaxLength)
        {
            return null;
        }

        var time = await times.ArgumentAsync(series, cancellationToken);
        var known = await companies.KnownAsync(series.Key, cancellationToken);
        var reading = new Reading();
        for (var at = 0; at < question.Length; )
        {
            if (!char.IsLetterOrDigit(question[at]) && !IsSign(question[at]))
            {
                at++;
                continue;
            }

            var length = Longest(question, at, run => Take(run, reading, time, known));
            if (length == 0)
            {
                length = Unread(question, at, reading);
            }

            at += length;
        }

        return reading.ToQuestion();
    }

    private static int Longest(string text, int at, Func<string, bool> take)
    {
        for (var length = Math.Min(MaxRun, text.Length - at); length > 0; length--)
        {
            if (!IsWithinWord(text, at + length) && !char.IsWhiteSpace(text[at + length - 1]) && take(text.Substring(at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Takes a run of words if it has a meaning that the question lacks yet.</summary>
    private bool Take(string run, Reading reading, TimeArgument time, CompanySnapshot known)
    {
        var words = run.ToLowerInvariant();
        if (Common.Contains(words))
        {
            return true;
        }

        if (Wanted(words) is { } view)
        {
            return reading.Wants(view);
        }

        if (reading.Days is null && time.Read(words) is { } days)
        {
            reading.Days = days;
            return true;
        }

        if (reading.Amount is null && _amounts.Read(words) is { } amount)
        {
            reading.Amount = amount;
            reading.Conditions.Add(run);
            return true;
        }

        if (reading.Stage is null && terms.Stage(words) is { } stage)
        {
            reading.Stage = stage;
            reading.Conditions.Add(run);
            return true;
        }

        if (nearest.SameStem(known, run) is { } company)
        {
            if (!reading.Companies.Contains(company.Name))
            {
                reading.Companies.Add(company.Name);
            }

            return true;
        }

        return false;
    }

    private static Want? Wanted(string words) =>
        Top.Contains(words) ? Want.Top
        : Total.Contains(words) ? Want.Total
        : HowMuch.Contains(words) ? Want.HowMuch
        : HowMany.Contains(words) ? Want.HowMany
        : OfNews.Contains(words) ? Want.News
        : null;

    /// <summary>Leaves a Latin word, or one character of other scripts, which joins what was left before it.</summary>
    private static int Unread(string text, int at, Reading reading)
    {
        var end = at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
        while (end < text.Length && IsWithinWord(text, end))
        {
            end++;
        }

        reading.Leave(text[at..end], at);
        return end - at;
    }

    private static bool IsWithinWord(string text, int at) => at > 0 && at < text.Length && IsLatin(text[at - 1]) && IsLatin(text[at]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || (char.IsLetter(c) && c < '\u2000');

    private static bool IsSign(char c) => c is '$' or '<' or '>' or '=' or '\u2265' or '\u2264' or '\u20AC' or '\u00A3' or '\u00A5';

    private enum Want
    {
        Top,
        Total,
        HowMuch,
        HowMany,
        News,
    }

    private sealed class Reading
    {
        private readonly List<(string Words, int End)> _unread = [];
        private Want? _want;

        public List<string> Companies { get; } = [];

        public List<string> Conditions { get; } = [];

        public DateSpan? Days { get; set; }

        public string? Stage { get; set; }

        public AmountRange? Amount { get; set; }

        /// <summary>A question wants one thing; "how much in total" is one.</summary>
        public bool Wants(Want want)
        {
            if (_want is { } other && other != want && !(other is Want.HowMuch or Want.Total && want is Want.HowMuch or Want.Total))
            {
                return false;
            }

            _want = _want == Want.Total ? _want : want;
            return true;
        }

        public void Leave(string words, int at)
        {
            if (_unread.Count > 0 && _unread[^1].End == at)
            {
                _unread[^1] = (_unread[^1].Words + words, at + words.Length);
            }
            else
            {
                _unread.Add((words, at + words.Length));
            }
        }

        public AskedQuestion ToQuestion()
        {
            var wantsTotal = _want == Want.Total || (_want == Want.HowMuch && Companies.Count == 0);
            return new AskedQuestion(
                _want == Want.News,
                _want == Want.Top ? Word(AnswerText.WordsTop)
                    : wantsTotal ? Word(AnswerText.WordsTotal)
                    : "",
                Companies,
                Conditions,
                Days,
                Stage,
                Amount,
                [.. _unread.Select(one => one.Words)]
            );
        }

        private static string Word(AnswerText words) => AnswerTexts.In(Locale.English)[words].Split(' ')[0];
    }
}
