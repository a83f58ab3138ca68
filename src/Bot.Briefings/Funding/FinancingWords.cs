using Bot.Briefings.Funding.Sentences;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>The words with which a sentence states a financing, by their role in it.</summary>
internal sealed partial class FinancingWords
{
    public FinancingWords(Dictionary<string, List<string>> words)
    {
        Lexicon<bool> Of(string part) => new(words.GetValueOrDefault(part, []).ConvertAll(word => new Lexicon<bool>.Spelling(word, true)));

        Triggers = new(
            Kind("raise", FinancingKind.Raise)
                .Concat(Kind("raise-object", FinancingKind.RaiseObject))
                .Concat(Kind("give", FinancingKind.Give))
                .Concat(Kind("lead", FinancingKind.Lead))
                .Concat(Kind("buy", FinancingKind.Buy))
                .Concat(Kind("buy-passive", FinancingKind.Sold))
                .Concat(Kind("list", FinancingKind.List))
                .Concat(Kind("merged", FinancingKind.Merge))
        );
        (Funds, Done, Planned, PlannedBefore, PlannedAfter) = (
            Of("funds"),
            Of("done"),
            Of("planned"),
            Of("planned-before"),
            Of("planned-after")
        );
        (Possible, Denied, Aggregate, Background, BackgroundLabels) = (
            Of("possible"),
            Of("denied"),
            Of("aggregate"),
            Of("background"),
            Of("background-labels")
        );
        (Same, RoundTalk, Founded, Persons, NameSuffixes) = (
            Of("same"),
            Of("round-talk"),
            Of("founded"),
            Of("person"),
            Of("name-suffixes")
        );
        (Topic, Object, To, Possessive, By, Agent) = (Of("topic"), Of("object"), Of("to"), Of("of"), Of("by"), Of("agent"));
        (Passive, And, ClauseEnds, NotFunds, Floated) = (Of("passive"), Of("and"), Of("clause-ends"), Of("not-funds"), Of("floated"));
        (Wish, RaisedBefore, Former, Auxiliaries, Into) = (Of("wish"), Of("raised-before"), Of("former"), Of("auxiliary"), Of("into"));
        (Leading, Joining, Backers) = (Of("leading"), Of("joining"), Of("backers"));
        (Toward, SubjectEnds, Exchanges) = (Of("toward"), Of("subject-ends"), Of("exchanges"));
        (Measures, Reaching, SuchAs, Nouns, Deals) = (Of("measures"), Of("reaching"), Of("such-as"), Of("nouns"), Of("deals"));
        (Shells, Priced, Followed, PriceNouns, Plainly) = (
            Of("shells"),
            Of("priced"),
            Of("followed"),
            Of("price-nouns"),
            Of("object-free")
        );
        (Hearsay, Described) = (Of("hearsay"), Of("described"));
        (TargetLabels, Arrows) = (Of("target-labels"), Of("arrows"));
        (Descriptions, Acquired, Together) = (Of("descriptions"), Of("acquired-by"), Of("together"));
        (Connectives, Rounds) = (Of("connectives"), Of("rounds"));
        (Also, Telling, Companies, GainsFrom, FromGivers) = (
            Of("also"),
            Of("telling"),
            Of("companies"),
            Of("givers-gain"),
            Of("from-givers")
        );
        (SubjectJoins, Counters) = (Of("subject-joins"), Of("counters"));
        FromPlaces = Of("from-places");
        (Not, OfWhich, More, TheFormer, TheLatter) = (Of("not"), Of("of-which"), Of("more"), Of("the-former"), Of("the-latter"));
        (Joined, As, Besides, Adnominal) = (Of("joined"), Of("as"), Of("besides"), Of("adnominal"));
        (Sizes, ToWhom, Itself, Equity) = (Of("sizes"), Of("to-whom"), Of("itself"), Of("equity"));
        (Referring, FundClosings, Kinds, Adding) = (Of("referring"), Of("fund-closings"), Of("kinds"), Of("adding"));
        (Having, Helping, Against, LegalForms) = (Of("having"), Of("helping"), Of("against"), Of("legal-forms"));
        (Taking, Privately, Selling, Parts, Awarding) = (Of("take"), Of("private"), Of("sell"), Of("parts"), Of("award"));
        (PublicBodies, LatinEndings) = (Of("public-bodies"), Of("latin-endings"));
        (Announcing, Closings, StatusColumns) = (Of("announcing"), Of("closings"), Of("status-columns"));
        VerbStems = Of("verb-stems");
        (Then, AmountsTo, Valuing, Putting, Firms) = (Of("then"), Of("amounts-to"), Of("valuing"), Of("put"), Of("investor-firms"));
        (InvestorForms, Paying) = (Of("investor-forms"), Of("paying"));
        (EachOwn, RelativeWords, PastTimes) = (Of("respectively"), Of("relative"), Of("past-times"));
        IEnumerable<string> List(string part) => words.GetValueOrDefault(part, []);
        IEnumerable<string> Lists(params IEnumerable<string> parts) => parts.SelectMany(List);
        _said = new WordSets(
            Lists("raise", "raise-object", "give", "lead", "buy", "buy-passive", "list", "merged").SelectMany(Forms),
            List("denied"),
            List("round-talk"),
            List("reported"),
            List("background"),
            List("aggregate"),
            List("not-funds"),
            List("passive"),
            List("followed"),
            List("arrows"),
            List("helping")
        );
        (Reported, Gifts, OriginEndings, Attributive) = (Of("reported"), Of("gift"), Of("origin-ending"), Of("attributive"));

        IEnumerable<KeyValuePair<string, FinancingKind>> Kind(string part, FinancingKind kind) =>
            List(part).SelectMany(Forms).Select(word => KeyValuePair.Create(word, kind));

        IEnumerable<string> Forms(string word) =>
            WithAdverbs(word, [.. List("adverbs"), .. List("adverbs-apart").Select(adverb => '、' + adverb)])
                .SelectMany(form => WithAlso(form, List("object"), List("also")));
    }

    /// <summary>を獲得, をそれぞれ獲得, を新たに獲得: an adverb may stand between the particle and its verb.</summary>
    internal static IEnumerable<string> WithAdverbs(string word, IEnumerable<string> adverbs) =>
        word.Length > 1 && Folding.IsHiragana(word[0]) && Folding.IsKanji(word[1])
            ? adverbs.Select(adverb => word[0] + adverb + word[1..]).Prepend(word)
            : [word];

    /// <summary>融資も受け, も獲得: the particle of addition may replace that of the object.</summary>
    private static IEnumerable<string> WithAlso(string word, IEnumerable<string> objects, IEnumerable<string> also)
    {
        var at = word.Length < 2 || !Folding.IsHiragana(also.FirstOrDefault()?[0] ?? ' ') ? -1 : word.IndexOf(objects.First()[0]);
        return at >= 0 && at + 1 < word.Length ? [word, word[..at] + also.First() + word[(at + 1)..]] : [word];
    }

    /// <summary>In the order of <see cref="SentenceWords"/>.</summary>
    private readonly WordSets _said;

    public Lexicon<FinancingKind> Triggers { get; }

    /// <summary>The lists that have a word in a sentence, found in one pass.</summary>
    public SentenceWords SaidIn(ReadOnlySpan<char> flat) => (SentenceWords)_said.In(flat);

    /// <summary>What is raised or given: 資金, round, 融资.</summary>
    public Lexicon<bool> Funds { get; }

    public Lexicon<bool> Done { get; }

    public Lexicon<bool> Planned { get; }

    public Lexicon<bool> PlannedBefore { get; }

    /// <summary>Words right after a verb that make it a plan: 調達へ.</summary>
    public Lexicon<bool> PlannedAfter { get; }

    public Lexicon<bool> Possible { get; }

    public Lexicon<bool> Denied { get; }

    /// <summary>Words that make a statement about many companies.</summary>
    public Lexicon<bool> Aggregate { get; }

    public Lexicon<bool> Background { get; }

    public Lexicon<bool> BackgroundLabels { get; }

    /// <summary>Words for the company mentioned before: 同社, it.</summary>
    public Lexicon<bool> Same { get; }

    /// <summary>Words that let a sentence without a financing verb refer to the round mentioned before.</summary>
    public Lexicon<bool> RoundTalk { get; }

    public Lexicon<bool> Founded { get; }

    public Lexicon<bool> Persons { get; }

    public Lexicon<bool> NameSuffixes { get; }

    public Lexicon<bool> Topic { get; }

    public Lexicon<bool> Object { get; }

    public Lexicon<bool> To { get; }

    public Lexicon<bool> Possessive { get; }

    public Lexicon<bool> By { get; }

    public Lexicon<bool> Agent { get; }

    public Lexicon<bool> Passive { get; }

    public Lexicon<bool> And { get; }

    public Lexicon<bool> ClauseEnds { get; }

    /// <summary>Words that turn a verb with a completed ending into a wish: たい.</summary>
    public Lexicon<bool> Wish { get; }

    /// <summary>Words after a verb that refer to money raised before, or to no money: 調達した資金, 調達先.</summary>
    public Lexicon<bool> RaisedBefore { get; }

    /// <summary>Words before a name that is no longer used.</summary>
    public Lexicon<bool> Former { get; }

    /// <summary>Small English words between a subject and its verb.</summary>
    public Lexicon<bool> Auxiliaries { get; }

    /// <summary>Words between a gift and its receiver: in, into.</summary>
    public Lexicon<bool> Into { get; }

    /// <summary>Chinese and Korean verbs preceded by those who lead or join a round.</summary>
    public Lexicon<bool> Leading { get; }

    /// <summary>Words that say that others reported it, so that the company can deny it.</summary>
    public Lexicon<bool> Reported { get; }

    /// <summary>English words for what is given, with the word before its receiver: investment in.</summary>
    public Lexicon<bool> Gifts { get; }

    /// <summary>Endings of words for a company's origin: -based.</summary>
    public Lexicon<bool> OriginEndings { get; }

    /// <summary>Words that make a verb describe the following noun: 出資する企業.</summary>
    public Lexicon<bool> Attributive { get; }

    /// <summary>Words before the receiver in Chinese: 向.</summary>
    public Lexicon<bool> Toward { get; }

    /// <summary>What may follow a subject in Chinese: 完成, 获, 在, a comma.</summary>
    public Lexicon<bool> SubjectEnds { get; }

    /// <summary>Words before a name that make it a giver rather than a subject: by, from, 由.</summary>
    public Lexicon<bool> Joining { get; }

    /// <summary>Labels of investors inside a sentence: 投资方包括.</summary>
    public Lexicon<bool> Backers { get; }

    /// <summary>What an amount may be for that no investor gives: a contract, a fine.</summary>
    public Lexicon<bool> NotFunds { get; }

    /// <summary>Words that by themselves say that a company is listed: went public.</summary>
    public Lexicon<bool> Floated { get; }

    /// <summary>Where shares are listed: 東証.</summary>
    public Lexicon<bool> Exchanges { get; }

    /// <summary>Words that turn a word for another amount into a measure of the next: 前回の2倍の.</summary>
    public Lexicon<bool> Measures { get; }

    /// <summary>Words that join the subjects of a headline: と, ×.</summary>
    public Lexicon<bool> SubjectJoins { get; }

    /// <summary>Counters for investors: 3社, 2名, 3行 (banks), 数社.</summary>
    public Lexicon<bool> Counters { get; }

    /// <summary>Words that turn a value into a price: in a deal worth.</summary>
    public Lexicon<bool> Deals { get; }

    /// <summary>Endings that turn a verb of giving into a noun: 投資家, 投资者.</summary>
    public Lexicon<bool> Nouns { get; }

    /// <summary>Words between a list of names and the noun that says what they are: などの, といった.</summary>
    public Lexicon<bool> SuchAs { get; }

    /// <summary>What turns a word for a purchase into a label of the company that is bought: 買収先は.</summary>
    public Lexicon<bool> TargetLabels { get; }

    /// <summary>How the names of companies end that exist only to list another by a merger.</summary>
    public Lexicon<bool> Shells { get; }

    /// <summary>Verbs that state a purchase only with its price: を取得.</summary>
    public Lexicon<bool> Priced { get; }

    /// <summary>Words at the end of a clause about an earlier round: に続き.</summary>
    public Lexicon<bool> Followed { get; }

    /// <summary>Nouns before which a word for a purchase names its price: 인수 금액.</summary>
    public Lexicon<bool> PriceNouns { get; }

    /// <summary>English verbs that in a headline need no word for funds: lands $60M.</summary>
    public Lexicon<bool> Plainly { get; }

    /// <summary>Words that run on into a Chinese name and are no part of it: 消息称, 由.</summary>
    public Lexicon<bool> Hearsay { get; }

    /// <summary>Words that end the description before a Chinese name: 数据标注公司.</summary>
    public Lexicon<bool> Described { get; }

    /// <summary>Signs between a buyer and the company that it buys.</summary>
    public Lexicon<bool> Arrows { get; }

    /// <summary>Words that separate a verb from the next amount: 調達額で5億.</summary>
    public Lexicon<bool> Reaching { get; }

    /// <summary>Particles that may replace that of an object: Yも買収した.</summary>
    public Lexicon<bool> Also { get; }

    /// <summary>Words before a verb in the past perfect that make it this news: said it had raised.</summary>
    public Lexicon<bool> Telling { get; }

    /// <summary>English nouns that refer to a company named before: the Toronto company.</summary>
    public Lexicon<bool> Companies { get; }

    /// <summary>Japanese verbs whose topic takes part in a round: Xは…参加した.</summary>
    public Lexicon<bool> Joined { get; }

    /// <summary>Japanese words behind a name to which the next is added: Xに加え、Y.</summary>
    public Lexicon<bool> Besides { get; }

    /// <summary>How Japanese words end that describe the following noun: 株主となった, 投資部門である, 事業会社の.</summary>
    public Lexicon<bool> Adnominal { get; }

    /// <summary>Words that open a sentence about the size of a round told before: 規模は.</summary>
    public Lexicon<bool> Sizes { get; }

    /// <summary>Words for shares and those who take them, which no loan has: 増資, 引受先, lead investor.</summary>
    public Lexicon<bool> Equity { get; }

    /// <summary>Chinese words for what was named before: 其, 该.</summary>
    public Lexicon<bool> Referring { get; }

    /// <summary>What an investor raises for itself: 新基金, 펀드를 결성.</summary>
    public Lexicon<bool> FundClosings { get; }

    /// <summary>English verbs that extend the round behind them: added $20M to its Series A.</summary>
    public Lexicon<bool> Adding { get; }

    /// <summary>Korean words that end a description and no name: 드론 회사로.</summary>
    public Lexicon<bool> Kinds { get; }

    /// <summary>Nouns for the company that sells itself: Yに全株式を売却.</summary>
    public Lexicon<bool> Itself { get; }

    /// <summary>What may replace に behind a receiver: Yに対し、X.</summary>
    public Lexicon<bool> ToWhom { get; }

    /// <summary>Japanese words that end what an investor is described as: 戦略投資家としての.</summary>
    public Lexicon<bool> As { get; }

    /// <summary>English words right before a verb that negate it: will not.</summary>
    public Lexicon<bool> Not { get; }

    /// <summary>Korean particles behind a place, which may be who gives: X캐피탈에서.</summary>
    public Lexicon<bool> FromPlaces { get; }

    /// <summary>Japanese words between a sum and the part of it that is raised: 7,000万ドルのうち.</summary>
    public Lexicon<bool> OfWhich { get; }

    /// <summary>契約後に: a word behind another that makes it a point in time.</summary>
    public Lexicon<bool> Then { get; }

    /// <summary>Verbs of valuing, whose amount stands behind them.</summary>
    public Lexicon<bool> Valuing { get; }

    /// <summary>put $5M into: verbs of giving only where an amount follows.</summary>
    public Lexicon<bool> Putting { get; }

    /// <summary>venture firm: what is raised by one is its fund.</summary>
    public Lexicon<bool> Firms { get; }

    /// <summary>자동화하: what Korean verbs end in before what follows.</summary>
    public Lexicon<bool> VerbStems { get; }

    /// <summary>シリーズBにあたり: words behind what a round is called.</summary>
    public Lexicon<bool> AmountsTo { get; }

    /// <summary>Words right behind a stage that make it an extension: シリーズB追加.</summary>
    public Lexicon<bool> More { get; }

    /// <summary>Words for the first of two that were named.</summary>
    public Lexicon<bool> TheFormer { get; }

    /// <summary>Words for the second of two that were named.</summary>
    public Lexicon<bool> TheLatter { get; }

    /// <summary>Words that only a company's name has: 株式会社.</summary>
    public Lexicon<bool> LegalForms { get; }

    /// <summary>Japanese words between a company and the offer for it: Yに対するTOB.</summary>
    public Lexicon<bool> Against { get; }

    /// <summary>English words before an amount that the company behind the comma has: with $90M in fresh capital, X.</summary>
    public Lexicon<bool> Having { get; }

    /// <summary>English words between a round and the company that it is for: the $75M Series B will help X.</summary>
    public Lexicon<bool> Helping { get; }

    /// <summary>Chinese verbs followed by those who give: 获X、Y等10亿元融资.</summary>
    public Lexicon<bool> GainsFrom { get; }

    /// <summary>Korean particles behind those who give: X, Y 등으로부터.</summary>
    public Lexicon<bool> FromGivers { get; }

    /// <summary>English words that open a description behind a name: X, a startup that.</summary>
    public Lexicon<bool> Descriptions { get; }

    /// <summary>The Chinese word before a buyer: Y被X收购.</summary>
    public Lexicon<bool> Acquired { get; }

    /// <summary>Korean adverbs between investors and their verb: X와 Y가 공동 주도.</summary>
    public Lexicon<bool> Together { get; }

    /// <summary>Korean endings of a verb that goes on: 주도했으며.</summary>
    public Lexicon<bool> Connectives { get; }

    /// <summary>Chinese words for a round that state one without an amount or a known stage.</summary>
    public Lexicon<bool> Rounds { get; }
}
