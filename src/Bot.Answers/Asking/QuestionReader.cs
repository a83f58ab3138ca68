using Bot.Answers.Arguments;
using Bot.Answers.Companies;
using Bot.Answers.Outlooks;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Briefings.Filters;
using Bot.Briefings.Funding;
using Bot.Chat;

namespace Bot.Answers.Asking;

/// <summary>
/// Reads a question in a closed grammar: names of companies and who invested in whom, times, stages, amounts, horizons, what is wanted (the
/// deals, their number, the largest, the sums, news, the outlook), words in quotation marks, and the words that any question has. From left
/// to right, always the longest that has a meaning; Japanese needs no spaces. A word without a meaning is left over, never guessed.
/// </summary>
public sealed class QuestionReader(AskedTimes times, FundingTerms terms, CompanyQueries companies, NearestNames nearest)
{
    /// <summary>Longer texts are no questions. In UTF-16 code units.</summary>
    public const int MaxLength = 160;

    /// <summary>Longest run that can mean one thing.</summary>
    private const int MaxRun = 40;

    private const string Openings = "\"\u201C\u300C\u300E";
    private const string Closings = "\"\u201D\u300D\u300F";

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
        var reading = new QuestionReading(question);
        var asksOutlook = QuestionWords
            .With(QuestionWords.Meaning.Outlook)
            .Any(word => question.Contains(word, StringComparison.OrdinalIgnoreCase));
        for (var at = 0; at < question.Length; )
        {
            if (Quoted(question, at, known, reading) is > 0 and var quoted)
            {
                at += quoted;
                continue;
            }

            if (!char.IsLetterOrDigit(question[at]) && !IsSign(question[at]))
            {
                at++;
                continue;
            }

            var length = Longest(question, at, run => Take(run, at, reading, time, known, asksOutlook));
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

    /// <summary>Takes what stands in quotation marks: a company, or words that must be there.</summary>
    /// <returns>Its length with the marks; 0 if none begins here.</returns>
    private int Quoted(string question, int at, CompanySnapshot known, QuestionReading reading)
    {
        var mark = Openings.IndexOf(question[at], StringComparison.Ordinal);
        var end = mark < 0 ? -1 : question.IndexOf(Closings[mark], at + 1);
        if (end < 0 || question[(at + 1)..end].Trim() is not { Length: > 0 } words || !words.Any(char.IsLetterOrDigit))
        {
            return 0;
        }

        if (nearest.SameStem(known, words) is { } company)
        {
            reading.TakeCompany(company.Name, words, at);
        }
        else
        {
            reading.TakeQuoted(words, at);
        }

        return end + 1 - at;
    }

    /// <summary>Takes a run of words if it has a meaning that the question lacks yet.</summary>
    private bool Take(string run, int at, QuestionReading reading, TimeArgument time, CompanySnapshot known, bool asksOutlook)
    {
        var words = run.ToLowerInvariant();
        if (QuestionWords.Find(words) is { } meaning)
        {
            if (meaning == QuestionWords.Meaning.Newest)
            {
                reading.TakeNewest(time.Newest);
                return true;
            }

            return reading.Take(meaning, run, at);
        }

        if (reading.Horizon is null && HorizonOf(words, asksOutlook) is { } horizon)
        {
            reading.Take(horizon, run, at);
            return true;
        }

        if (reading.Days is null && time.Read(words) is { } days)
        {
            reading.Take(days, run, at);
            return true;
        }

        if (reading.Amount is null && _amounts.Read(words) is { } amount)
        {
            reading.Take(amount, run, at);
            return true;
        }

        if (reading.Stage is null && terms.Stage(words) is { } stage)
        {
            reading.TakeStage(stage, run, at);
            return true;
        }

        if (!EndsInAbout(words) && nearest.SameStem(known, run) is { } company)
        {
            reading.TakeCompany(company.Name, run, at);
            return true;
        }

        if (reading.Status is null && FilterWords.Default.Status(words) is { } status)
        {
            reading.Take(status, run, at);
            return true;
        }

        return false;
    }

    /// <summary>Xについて: names are found whatever ends them, but these words have a meaning of their own.</summary>
    private static bool EndsInAbout(string words) =>
        QuestionWords
            .With(QuestionWords.Meaning.About)
            .Any(word => words.Length > word.Length && words.EndsWith(word, StringComparison.Ordinal));

    /// <summary>In a question about the outlook any spelling of a horizon; elsewhere its name alone.</summary>
    private static Bot.Briefings.Model.Horizon? HorizonOf(string words, bool asksOutlook) =>
        words.Length > 1
        && (asksOutlook || HorizonArgument.Argument.Choices.Any(choice => words.StartsWith(choice.Words[0], StringComparison.Ordinal)))
        && HorizonArgument.TryParse(words, out var horizon)
            ? horizon
            : null;

    /// <summary>Leaves a Latin word, or one character of other scripts, which joins what was left before it.</summary>
    private static int Unread(string text, int at, QuestionReading reading)
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
}
