using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Chat;
using Meaning = Bot.Answers.Asking.QuestionWords.Meaning;

namespace Bot.Answers.Asking;

/// <summary>What has been read of a question so far; at the end, what it is about.</summary>
/// <param name="text">The whole question.</param>
internal sealed class QuestionReading(string text)
{
    private readonly List<(string Words, int Start, int End)> _unread = [];
    private readonly List<(QuestionPart Part, string Words, int Start)> _said = [];
    private readonly List<(string Name, int Start, int End)> _companies = [];
    private readonly List<(Meaning Meaning, int Start, int End)> _investing = [];
    private readonly List<string> _conditions = [];
    private readonly List<string> _quoted = [];
    private AskedAbout? _about;
    private Meaning? _view;
    private DateSpan? _newest;
    private bool _asksAboutCompany;
    private bool _namesDeals;
    private bool _asksCount;
    private bool _asksChanges;

    public DateSpan? Days { get; private set; }

    public string? Stage { get; private set; }

    public AmountRange? Amount { get; private set; }

    public FundingStatus? Status { get; private set; }

    public Horizon? Horizon { get; private set; }

    public void Take(DateSpan days, string words, int at)
    {
        Days = days;
        Say(QuestionPart.Days, words, at);
    }

    public void TakeStage(string stage, string words, int at)
    {
        Stage = stage;
        _conditions.Add(words);
        Say(QuestionPart.Condition, words, at);
    }

    public void Take(AmountRange amount, string words, int at)
    {
        Amount = amount;
        _conditions.Add(words);
        Say(QuestionPart.Condition, words, at);
    }

    public void Take(FundingStatus status, string words, int at)
    {
        Status = status;
        Say(QuestionPart.Status, words, at);
    }

    public void Take(Horizon horizon, string words, int at)
    {
        Horizon = horizon;
        Say(QuestionPart.Horizon, words, at);
    }

    public void TakeCompany(string name, string words, int at)
    {
        _companies.Add((name, at, at + words.Length));
        Say(QuestionPart.Company, words, at);
    }

    public void TakeQuoted(string words, int at)
    {
        _quoted.Add(words);
        Say(QuestionPart.Quoted, words, at);
    }

    /// <summary>Takes the day of the newest briefing, which is meant only if nothing else chooses what is shown.</summary>
    public void TakeNewest(DateSpan day) => _newest ??= day;

    /// <summary>False if the word says something else than what the question has said already.</summary>
    public bool Take(Meaning meaning, string words, int at)
    {
        switch (meaning)
        {
            case Meaning.Common:
                return true;
            case Meaning.Deal:
                _namesDeals = true;
                return true;
            case Meaning.About:
                _asksAboutCompany = true;
                return true;
            case Meaning.HowMany:
                _asksCount = true;
                Say(QuestionPart.Count, words, at);
                return true;
            case Meaning.Changes:
                _asksChanges = true;
                Say(QuestionPart.Changes, words, at);
                return true;
            case Meaning.Invest or Meaning.Investors or Meaning.Received:
                _investing.Add((meaning, at, at + words.Length));
                _namesDeals = true;
                return true;
            case Meaning.Top or Meaning.Total or Meaning.First or Meaning.HowMuch:
                return Wants(meaning, words, at);
            default:
                return IsAbout(meaning);
        }
    }

    /// <summary>Leaves a word; what stands without a gap behind another one belongs to it.</summary>
    public void Leave(string words, int at)
    {
        if (_unread.Count > 0 && _unread[^1].End == at)
        {
            _unread[^1] = (_unread[^1].Words + words, _unread[^1].Start, at + words.Length);
        }
        else
        {
            _unread.Add((words, at, at + words.Length));
        }
    }

    public AskedQuestion ToQuestion()
    {
        var investors = _investing.Exists(one => one.Meaning != Meaning.Received)
            ? _companies.Where(company => InvestedBy(company.Start, company.End)).Select(company => company.Name).Distinct().ToList()
            : [];
        var companies = _companies.Select(company => company.Name).Distinct().Except(investors).ToList();
        var about = About(investors.Count > 0, companies.Count);
        var allowed = Allowed(about, companies.Count);
        var unread = _unread
            .Concat(_said.Where(one => (allowed & one.Part) == 0).Select(one => (one.Words, one.Start, End: 0)))
            .OrderBy(one => one.Start)
            .Select(one => one.Words)
            .ToList();
        var isNewest =
            _newest is not null
            && Days is null
            && _companies.Count + _conditions.Count + _quoted.Count == 0
            && _view is null
            && Status is null;
        var countsAll = _asksCount && about == AskedAbout.Deals && companies.Count + _conditions.Count == 0 && Days is null && !isNewest;
        return new AskedQuestion(about, unread)
        {
            View = about == AskedAbout.Deals ? View(companies.Count, countsAll) : "",
            Companies = companies,
            Investors = investors,
            Conditions = _conditions,
            Days = isNewest && about != AskedAbout.Outlook ? _newest : Days,
            Stage = Stage,
            Amount = Amount,
            Status = Status,
            Horizon = Horizon,
            AsksChanges = _asksChanges,
            Quoted = _quoted,
            Parts =
                _said.Count
                + (_about is null ? 0 : 1)
                + (_newest is null ? 0 : 1)
                + (_asksAboutCompany && about == AskedAbout.Company ? 1 : 0),
        };
    }

    private void Say(QuestionPart part, string words, int at) => _said.Add((part, words, at));

    /// <summary>A question wants one thing; "how much in total" is one.</summary>
    private bool Wants(Meaning view, string words, int at)
    {
        if (_view is { } other && other != view && !(other is Meaning.HowMuch or Meaning.Total && view is Meaning.HowMuch or Meaning.Total))
        {
            return false;
        }

        _view = _view == Meaning.Total ? _view : view;
        Say(QuestionPart.View, words, at);
        return true;
    }

    private bool IsAbout(Meaning meaning)
    {
        var about = meaning switch
        {
            Meaning.News => AskedAbout.News,
            Meaning.Outlook => AskedAbout.Outlook,
            Meaning.Tech => AskedAbout.Tech,
            Meaning.Insight => AskedAbout.Insight,
            Meaning.Analysis => AskedAbout.Analysis,
            Meaning.Sources => AskedAbout.Sources,
            _ => AskedAbout.New,
        };
        // New news is news.
        if (_about is { } other && other != about && other != AskedAbout.New && about != AskedAbout.New)
        {
            return false;
        }

        _about = _about is null or AskedAbout.New ? about : _about;
        return true;
    }

    private AskedAbout About(bool hasInvestor, int companies) =>
        _about is { } said and not AskedAbout.New ? said
        : hasInvestor || Status is not null || (_quoted.Count > 0 && _namesDeals) ? AskedAbout.Investments
        : _about is not null && _companies.Count + _conditions.Count == 0 && _view is null ? AskedAbout.New
        : Horizon is not null ? AskedAbout.Outlook
        : _asksAboutCompany && companies == 1 && !_namesDeals && _view is null && _conditions.Count == 0 && !_asksCount ? AskedAbout.Company
        : AskedAbout.Deals;

    private static QuestionPart Allowed(AskedAbout about, int companies) =>
        about switch
        {
            AskedAbout.Deals => QuestionPart.Company | QuestionPart.Days | QuestionPart.Condition | QuestionPart.View | QuestionPart.Count,
            AskedAbout.Investments => QuestionPart.Company
                | QuestionPart.Days
                | QuestionPart.Condition
                | QuestionPart.Count
                | QuestionPart.Status
                | QuestionPart.Quoted,
            AskedAbout.News or AskedAbout.Tech => QuestionPart.Company | QuestionPart.Days | QuestionPart.Count | QuestionPart.Quoted,
            AskedAbout.Outlook when companies > 0 => QuestionPart.Company | QuestionPart.Days | QuestionPart.Quoted | QuestionPart.Count,
            AskedAbout.Outlook => QuestionPart.Days | QuestionPart.Horizon | QuestionPart.Changes | QuestionPart.Quoted,
            AskedAbout.Company => QuestionPart.Company | QuestionPart.Days,
            AskedAbout.Analysis => QuestionPart.Days | QuestionPart.Changes,
            AskedAbout.New => QuestionPart.Days | QuestionPart.Count,
            _ => QuestionPart.Days,
        };

    /// <summary>Whether money came from the company that stands here, rather than went to it.</summary>
    private bool InvestedBy(int start, int end)
    {
        var before = text[..start].TrimEnd();
        var after = text[end..].TrimStart();
        if (QuestionWords.By.Any(word => Follows(after, word) || Precedes(before, word)))
        {
            return true;
        }

        if (QuestionWords.Into.Any(word => Follows(after, word) || Precedes(before, word)))
        {
            return false;
        }

        // Its investors are not itself.
        if (
            _investing.Exists(one =>
                one.Meaning == Meaning.Investors
                && one.Start >= end
                && (
                    string.IsNullOrWhiteSpace(text[end..one.Start])
                    || QuestionWords.Of.Contains(text[end..one.Start].Trim().ToLowerInvariant())
                )
            )
        )
        {
            return false;
        }

        // In English who stands behind the verb is its object; in Japanese nobody stands behind it, and who received is the subject.
        return !_investing.Exists(one => one.Meaning == Meaning.Received)
            && (
                !IsLatin(text)
                || _investing.Exists(one => one.Meaning == Meaning.Invest && one.Start >= end)
                || !_investing.Exists(one => one.Meaning == Meaning.Invest && one.Start < start)
            );
    }

    /// <summary>A particle of Japanese stands right behind a name.</summary>
    private static bool Follows(string after, string word) => !char.IsAscii(word[0]) && after.StartsWith(word, StringComparison.Ordinal);

    /// <summary>A preposition of English stands before it.</summary>
    private static bool Precedes(string before, string word) =>
        char.IsAscii(word[0]) && (" " + before).EndsWith(" " + word, StringComparison.OrdinalIgnoreCase);

    private static bool IsLatin(string text) => !text.Any(c => c is >= '\u3041' and <= '\u9FFF');

    private string View(int companies, bool countsAll) =>
        _view switch
        {
            Meaning.Top => Word(AnswerText.WordsTop),
            Meaning.First => Word(AnswerText.WordsFirst),
            Meaning.Total => Word(AnswerText.WordsTotal),
            Meaning.HowMuch when companies == 0 => Word(AnswerText.WordsTotal),
            _ => countsAll ? Word(AnswerText.WordsTotal) : "",
        };

    private static string Word(AnswerText words) => AnswerTexts.In(Locale.English)[words].Split(' ')[0];
}
