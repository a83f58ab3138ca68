using System.Buffers;
using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>The financings stated by the sentences of one entry.</summary>
internal sealed partial class ProseReader
{
    private readonly Vocabulary _vocabulary;
    private readonly FinancingWords _words;
    private readonly MoneyScanner _monies;
    private readonly MoneyRoles _roles;
    private readonly TriggerScanner _triggers;
    private readonly DraftFacts _facts;
    private readonly VerbFinalReader _verbFinal;
    private readonly EnglishReader _english;
    private readonly ChineseReader _chinese;
    private readonly InvestorProse _investors;
    private readonly BackerLists _backers;
    private readonly HeadCompany _head;
    private readonly AmountWords _amounts;
    private readonly PurchaseArrows _arrows;
    private readonly EarlierClauses _earlier;
    private readonly NominalRounds _nominal;
    private readonly NameReader _names;
    private readonly RecordNames _records;
    private readonly SearchValues<char> _traditional;

    public ProseReader(Vocabulary vocabulary, MoneyScanner monies, InvestorCell cell)
    {
        (_vocabulary, _words, _monies, _names) = (vocabulary, vocabulary.Financing, monies, new NameReader(vocabulary));
        _records = new RecordNames(vocabulary, cell);
        _traditional = SearchValues.Create([.. vocabulary.SimplifiedForms.Keys]);
        (_roles, _triggers, _facts) = (new MoneyRoles(vocabulary), new TriggerScanner(vocabulary), new DraftFacts(vocabulary));
        (_verbFinal, _english, _chinese) = (
            new VerbFinalReader(vocabulary, _facts),
            new EnglishReader(vocabulary, _facts),
            new ChineseReader(vocabulary, _facts)
        );
        (_arrows, _earlier, _nominal) = (
            new PurchaseArrows(vocabulary, _facts),
            new EarlierClauses(vocabulary, _facts),
            new NominalRounds(vocabulary, _facts)
        );
        (_investors, _backers, _head, _amounts) = (
            new InvestorProse(vocabulary, cell),
            new BackerLists(vocabulary),
            new HeadCompany(vocabulary),
            new AmountWords(vocabulary)
        );
    }

    /// <param name="texts">The entry's texts in order: its body, or the cells of its row.</param>
    /// <param name="company">The company that the entry is about, if a column says so.</param>
    /// <param name="isStartup">Whether financings stated in the text count as well, not only those in the headline.</param>
    /// <param name="ofDeals">Whether the section's heading speaks of purchases alone, so that an arrow is one.</param>
    public List<Draft> Read(EntryText head, IEnumerable<EntryText> texts, string? company, bool isStartup, bool ofDeals = false)
    {
        ofDeals |= isStartup && head.Text.Length > 0 && IsOfPurchases(head.Text);
        var drafts = new List<Draft>();
        var bodies = texts.ToList();
        var written = head;
        if (isStartup)
        {
            head = RunOn(head, bodies);
        }

        var tongue = SentenceSplitter.TongueOf([head, .. bodies]);
        var sentences = Split(head, true).ConvertAll(_earlier.Without);
        var subject = company;
        foreach (var sentence in sentences)
        {
            Add(sentence, ref subject, company is not null, drafts);
        }

        if (!isStartup && drafts.Count == 0 && !MayTellOfMoney(sentences))
        {
            return [];
        }

        var named = company ?? (ReferenceEquals(head, written) ? null : _head.Of(written, [])) ?? _head.Of(head, sentences);
        var heads = sentences.Count;
        if (!isStartup && !drafts.Exists(draft => draft.Stands || draft.IsNamed))
        {
            AddUnsaid(sentences.FindAll(sentence => !Says(sentence, SentenceWords.Trigger)), named, drafts);
            if (drafts.Count == 0)
            {
                return [];
            }
        }

        subject = named ?? subject;
        foreach (var text in bodies)
        {
            foreach (var sentence in Split(text, false))
            {
                sentences.Add(_earlier.Without(sentence));
                subject = named is null ? LabelOf(sentence) ?? subject : subject;
                Add(sentence, ref subject, company is not null, drafts);
            }
        }

        foreach (var draft in drafts.Where(draft => draft is { Company: null, Kind: not FinancingKind.Buy }))
        {
            draft.Company = _head.OwnerOf(sentences[0]);
        }

        if (isStartup && !drafts.Exists(draft => draft.Stands && !IsPurchaseBy(draft, named)))
        {
            var rounds = new List<Draft>();
            AddUnsaid(sentences, named ?? _head.Of(head, sentences), rounds);
            drafts.InsertRange(0, rounds);
        }

        if (drafts.Exists(draft => draft is { IsAside: false, Stands: true, Company: not null }))
        {
            drafts.RemoveAll(draft => draft.IsAside);
        }

        var merged = RoundMerger.Merge(drafts);
        AddOfHead(sentences.Take(heads), named, merged);
        return [.. merged.Where(draft => isStartup || draft.IsOfHead)];

        List<Sentence> Split(EntryText text, bool isHead)
        {
            var split = SentenceSplitter.Split(text, isHead, tongue);
            split = split.Exists(sentence => sentence.Tongue == Tongue.Chinese) ? [.. split.SelectMany(Parts)] : split;
            for (var i = 0; i < split.Count; i++)
            {
                split[i] = ofDeals ? Adapted(split[i]) with { OfDeals = true } : Adapted(split[i]);
            }

            return split;
        }
    }

    /// <summary>The stage of a round that a headline names.</summary>
    public string? StageOf(string head) => _facts.RoundOf(Folding.Fold(head));

    /// <summary>M&amp;A, 買収: a heading that names purchases and no money that is raised.</summary>
    public bool IsOfPurchases(string heading) =>
        Folding.Fold(heading) is var folded && _arrows.NamesPurchase(folded) && !_words.Funds.Contains(folded);

    /// <summary>Whether a headline that states no financing has an amount, or says that one is undisclosed.</summary>
    private bool MayTellOfMoney(List<Sentence> heads) =>
        heads.Exists(sentence => sentence.Folded.AsSpan().ContainsAnyInRange('0', '9'))
        && heads.Exists(sentence => sentence.MoniesBy(_monies).Count > 0 || _vocabulary.Undisclosed.Contains(sentence.Folded));

    private void Add(Sentence sentence, ref string? subject, bool isFixed, List<Draft> drafts)
    {
        if (sentence.Text.AsSpan().TrimEnd() is [.., '?' or '？'])
        {
            // A question states nothing.
            return;
        }

        sentence = _earlier.Without(sentence);
        var hits = TriggersOf(sentence);
        if (
            hits.Count == 0
            && (sentence.IsHead || !drafts.Exists(draft => draft.Stands))
            && !_arrows.MayRead(sentence)
            && !_nominal.MayRead(sentence)
        )
        {
            // No financing verb, and no financing that it could add to.
            return;
        }

        if (
            _words.BackgroundLabels.TryMatch(sentence.Flat.AsSpan().TrimStart(), 0, out var label)
            && sentence.Flat.AsSpan().TrimStart()[label.End..].TrimStart() is [':' or '：', ..]
        )
        {
            return;
        }

        if (drafts.Count > 1 && drafts.FindAll(draft => draft.Stands) is [var first, var second] && AddToEach(sentence, first, second))
        {
            return;
        }

        if (
            Says(sentence, SentenceWords.Denied)
            && !IsTakenUp(sentence)
            && (hits.Count > 0 || Says(sentence, SentenceWords.RoundTalk) || Says(sentence, SentenceWords.Reported))
        )
        {
            // A reported deal that is denied is no event; a completed one stays even if another is called off.
            drafts.RemoveAll(draft => draft.Planned || Says(sentence, SentenceWords.Reported));
            return;
        }

        var clauses = ClausesOf(sentence, hits, subject);
        var found = Found(clauses);
        if (
            !sentence.IsHead
            && found is [{ Kind: FinancingKind.Raise, IsNamed: false, Stage: null, Amount: { } proceeds } sum]
            && drafts.Find(draft =>
                draft is { Kind: FinancingKind.List, Amount: null } && (!draft.IsAside || drafts.TrueForAll(other => other.IsAside))
            )
                is { } listing
        )
        {
            listing.IsAside = false;
            // IPOを申請: 調達額は20億ドル規模: what the listing is to bring in.
            (listing.Amount, listing.Valuation) = (proceeds, listing.Valuation ?? sum.Valuation);
            return;
        }

        foreach (var draft in found)
        {
            AddInvestors(sentence, clauses, found, draft);
        }

        drafts.AddRange(found);
        if (!found.Exists(draft => draft.Stands))
        {
            AddTalk(clauses, drafts);
        }

        if (!isFixed && found.FindLast(draft => draft.IsNamed) is { } named)
        {
            subject =
                named is { Kind: FinancingKind.Buy, Investors: [var buyer, ..] } && !Says(sentence, SentenceWords.Passive)
                    ? buyer
                    : named.Company;
        }
    }

    private bool Says(Sentence sentence, SentenceWords lists) => sentence.Says(lists, _words);

    private List<Lexicon<FinancingKind>.Hit> TriggersOf(Sentence sentence) =>
        Says(sentence, SentenceWords.Trigger) ? _words.Triggers.FindAll(sentence.Flat) : [];

    private Clauses ClausesOf(Sentence sentence, List<Lexicon<FinancingKind>.Hit> hits, string? subject)
    {
        var monies = sentence.MoniesBy(_monies);
        return new Clauses(sentence, _triggers.Find(sentence, hits), monies, _roles.Of(sentence, monies, hits), subject);
    }

    private List<Draft> Found(Clauses clauses)
    {
        if (_arrows.MayRead(clauses.Sentence) && _arrows.Read(clauses) is { } purchase)
        {
            return [purchase];
        }

        var drafts = (
            clauses.Sentence.Tongue switch
            {
                Tongue.English => _english.Read(clauses),
                Tongue.Chinese => _chinese.Read(clauses),
                _ => _verbFinal.Read(clauses),
            }
        ).ToList();
        if (!drafts.Exists(draft => draft.Stands) && _nominal.MayRead(clauses.Sentence))
        {
            drafts.AddRange(_nominal.Read(clauses));
        }

        var flat = clauses.Sentence.Flat;
        if (IsAggregate(clauses.Sentence))
        {
            drafts.RemoveAll(draft => !draft.IsNamed);
        }

        if (Says(clauses.Sentence, SentenceWords.Background) && IsBackground(flat))
        {
            drafts.Clear();
        }

        if (drafts is [{ Kind: FinancingKind.List, Amount: null } listing] && clauses.Sums(0, flat.Length).ToList() is [var proceeds])
        {
            // IPOを検討、600億ドルを調達する可能性: what a listing may bring in.
            listing.Amount = DraftFacts.ToMoney(clauses.Sentence, proceeds);
        }

        if (
            drafts is [{ Amount: null, Undisclosed: false } silent]
            && clauses.Monies.Count == 0
            && clauses.Sentence.Tongue == Tongue.Chinese
        )
        {
            // 由X投资，具体金额未披露: a clause of its own.
            silent.Undisclosed = _amounts.Undisclosed(clauses.Sentence.Folded, [], FieldRole.Amount) == FieldRole.Amount;
        }

        if (drafts.FindAll(draft => draft.Stands) is [{ Kind: FinancingKind.Raise, Valuation: null } only])
        {
            only.Valuation = DraftFacts.ToMoney(clauses.Sentence, clauses.ValuationIn(0, flat.Length));
        }

        return drafts;
    }

    /// <summary>Whether a word says that it was before; the past perfect of reported speech does not: X said it had raised.</summary>
    private bool IsBackground(string flat) =>
        _words
            .Background.FindAll(flat)
            .Exists(word => !_words.Telling.TryMatchBefore(flat, flat.AsSpan(0, word.Start).TrimEnd().Length, out _));

    /// <summary>Whether the sentence is about many companies; 時価総額は is about one.</summary>
    private bool IsAggregate(Sentence sentence)
    {
        if (!Says(sentence, SentenceWords.Aggregate))
        {
            return false;
        }

        // あわせて、…: at its beginning the word adds to what was said before.
        var said = _words.Aggregate.FindAll(sentence.Flat);
        said.RemoveAll(word => sentence.Flat.AsSpan(0, word.Start).IsWhiteSpace() && Folding.IsJapanese(sentence.Flat[word.Start]));
        var roles = _vocabulary.AmountRoles.FindAll(sentence.Flat);
        return said.Exists(word =>
            !roles.Exists(role => role.Value == Vocabulary.AmountRole.Valuation && role.Start < word.Start && role.End > word.Start)
        );
    }

    private void AddInvestors(Sentence sentence, Clauses clauses, List<Draft> found, Draft draft)
    {
        if (draft.Kind is FinancingKind.Buy or FinancingKind.List)
        {
            return;
        }

        // If a sentence states several, each was given only by those named in its own clause.
        var names =
            found.Count(other => other.Stands) <= 1 ? Backers(sentence, sentence.Text)
            : sentence.Tongue is Tongue.Japanese or Tongue.English
            && draft is { Kind: FinancingKind.Raise, Part: var (from, to) }
            && to > from
            && found.TrueForAll(other => other == draft || other.Part != draft.Part)
                ? Backers(sentence, sentence.Text[from..to])
            : [];
        draft.Investors.AddRange(
            names
                .Where(name =>
                    !IsCompany(name, draft.Company)
                    && !name.EndsWith(' ' + draft.Company, StringComparison.Ordinal)
                    && !found.Exists(other => IsCompany(name, other.Company))
                )
                .Except(draft.Investors, StringComparer.OrdinalIgnoreCase)
        );
    }

    private IEnumerable<string> Backers(Sentence sentence, string text) =>
        sentence.Tongue is Tongue.Chinese or Tongue.Korean ? _backers.Find(sentence) : _investors.Find(text);

    private static bool IsCompany(string name, string? company) => company is not null && CompanyName.AreSame(name, company);

    /// <summary>X、1億ドルのシリーズC: Yも買収: a purchase by the company that the entry is about is no round of it.</summary>
    private static bool IsPurchaseBy(Draft draft, string? company) =>
        company is not null && draft is { Kind: FinancingKind.Buy } && draft.Investors.Exists(buyer => IsCompany(buyer, company));
}
