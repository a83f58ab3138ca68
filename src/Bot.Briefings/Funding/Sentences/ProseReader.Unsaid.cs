namespace Bot.Briefings.Funding.Sentences;

/// <content>Rounds that no verb states: a stage and an amount, or an amount and who gave it.</content>
internal sealed partial class ProseReader
{
    /// <summary>Maximum characters between words that tell of a plan and its amount: is close to a $400M deal.</summary>
    private const int PlanReach = 24;

    /// <summary>a $600 million round: the noun behind an amount says what it is.</summary>
    private static bool IsRound(Sentence sentence, MoneyHit sum) =>
        sentence.Flat.AsSpan(sum.End) is [' ', .. var behind] && behind.StartsWith("round");

    /// <summary>5億ドルの融資をXと交渉, is discussing a $600 million round: without a verb of raising, the words beside the amount tell.</summary>
    private bool IsPlan(Sentence sentence, MoneyHit sum)
    {
        if (sentence.Tongue == Tongue.English)
        {
            var from = IsRound(sentence, sum) ? 0 : Math.Max(0, sum.Start - PlanReach);
            return _words.Planned.Contains(sentence.Flat.AsSpan(from, sum.Start - from))
                || _words.Planned.TryMatch(sentence.Flat, sum.Start, out _);
        }

        var behind = sentence.Flat.AsSpan(sum.End);
        var clause = behind.IndexOfAny("、，,。;");
        return _words.Planned.Contains(clause < 0 ? behind : behind[..clause]);
    }

    /// <summary>X、小売連合から2200万ドル: a headline that ends in what somebody gave.</summary>
    private bool IsFromGiver(Sentence sentence, MoneyHit sum) =>
        sentence.IsHead
        && sentence.Flat.AsSpan(sum.End).IsWhiteSpace()
        && sentence.Flat.AsSpan(0, sum.Start).TrimEnd() is var before
        && _vocabulary.InvestingFrom.TryMatchBefore(before, before.Length, out _);

    /// <summary>X、2,500万ドル: a headline that ends in an amount.</summary>
    private static bool EndsIn(Sentence sentence, MoneyHit sum) =>
        sentence.IsHead && sentence.Flat.AsSpan(sum.End).Trim() is [] or [':' or '：' or '。' or '.'];

    /// <summary>Whether a sentence says who led or joined, or at which stage.</summary>
    private bool TellsOfRound(Sentence sentence) =>
        _facts.RoundOf(sentence.Folded) is not null || (Says(sentence, SentenceWords.RoundTalk) && Backers(sentence, sentence.Text).Any());

    /// <summary>Whether the sentence is about an investor's own fund; one in an investor's name says nothing: ビジョン・ファンド.</summary>
    private bool IsOfFunds(Sentence sentence, Draft draft)
    {
        if (!Says(sentence, SentenceWords.NotFunds))
        {
            return false;
        }

        var others = draft.Investors.Aggregate(sentence.Text, (text, name) => text.Replace(name, " ", StringComparison.Ordinal));
        return _words.NotFunds.Contains(Text.Folding.Fold(others));
    }

    /// <summary>X、従業員の持ち分売却で評価額150億ドルに: a sale of shares at a value, whatever its size.</summary>
    private bool AddSecondary(Sentence sentence, string company, List<Draft> drafts)
    {
        if (_facts.RoundOf(sentence.Folded) is not "secondary" || Says(sentence, SentenceWords.Denied))
        {
            return false;
        }

        var clauses = ClausesOf(sentence, [], company);
        if (
            clauses.FirstSum(0, sentence.Text.Length) is not null
            || clauses.ValuationIn(0, sentence.Text.Length) is not { } value
            || IsAggregate(sentence)
        )
        {
            return false;
        }

        var whole = new Trigger(FinancingKind.Raise, 0, 0, 0, sentence.Text.Length);
        drafts.Add(_facts.Of(clauses, whole, FinancingKind.Raise, null, null, planned: IsPlan(sentence, value)));
        return true;
    }

    /// <summary>Xに13億ドル、Yには15億ドル: what each of several receives, in a headline that ends in the last amount.</summary>
    private List<Draft> SharesOf(Sentence sentence)
    {
        var clauses = ClausesOf(sentence, [], null);
        var whole = new Trigger(FinancingKind.Raise, sentence.Flat.Length, sentence.Flat.Length, 0, sentence.Flat.Length);
        var shares = _verbFinal.Shares(clauses, whole);
        return shares.Count == clauses.Monies.Count && shares is [.., var last] && EndsIn(sentence, last.Sum)
            ? shares.ConvertAll(share =>
            {
                var draft = _facts.Of(clauses, whole, FinancingKind.Raise, share.Name, share.Sum, planned: false);
                draft.Stage = null;
                return draft;
            })
            : [];
    }

    /// <summary>Nimbus — £18.5m Series A: a stage and an amount suffice without a verb.</summary>
    private void AddUnsaid(List<Sentence> sentences, string? company, List<Draft> drafts)
    {
        if (sentences is [{ IsHead: true, Tongue: Tongue.Japanese } opening, ..] && SharesOf(opening) is { Count: > 1 } shares)
        {
            drafts.AddRange(shares);
            foreach (var told in shares.Count == 2 ? sentences.Skip(1) : [])
            {
                AddToEach(told, shares[0], shares[1]);
            }

            return;
        }

        foreach (var sentence in company is null ? [] : sentences)
        {
            if (drafts.Exists(draft => draft.Stands))
            {
                AddTalk(ClausesOf(sentence, [], company), drafts);
                continue;
            }

            if (sentences.Exists(other => !other.IsHead) && AddSecondary(sentence, company!, drafts))
            {
                continue;
            }

            if (sentence.MoniesBy(_monies).Count == 0 && !_vocabulary.Undisclosed.Contains(sentence.Folded))
            {
                continue;
            }

            var hits = TriggersOf(sentence).Where(hit => hit.Value is FinancingKind.Raise).ToList();
            var clauses = ClausesOf(sentence, hits, company);
            var sum = clauses.FirstSum(0, sentence.Text.Length);
            if (sum is null && !_vocabulary.Undisclosed.Contains(sentence.Folded))
            {
                continue;
            }

            var trigger = new Trigger(FinancingKind.Raise, 0, 0, 0, sentence.Text.Length);
            var draft = _facts.Of(
                clauses,
                trigger,
                FinancingKind.Raise,
                null,
                sum,
                planned: sum is { } planned && IsPlan(sentence, planned)
            );
            if (sum is null && !draft.Undisclosed)
            {
                continue;
            }

            AddInvestors(sentence, clauses, [draft], draft);
            if (sum is { } listed && draft.Investors.Count == 0)
            {
                draft.Investors.AddRange(_records.Of(sentence, listed));
            }

            // プレシリーズA、3億円、X主導: a round's name may not be a stage, or it may have none.
            var isRound =
                draft.Stage is not null
                || _words.Rounds.Contains(sentence.Flat)
                || (draft.Undisclosed && sentences.Exists(other => !other.IsHead && TellsOfRound(other)))
                || (
                    sum is { } told
                    && (
                        draft.Investors.Count > 0
                        || draft.Valuation is not null
                        || IsFromGiver(sentence, told)
                        || IsRound(sentence, told)
                        || (EndsIn(sentence, told) && sentences.Exists(other => !other.IsHead && TellsOfRound(other)))
                    )
                );
            if (
                isRound
                && !Says(sentence, SentenceWords.Denied)
                && sentence.Text.AsSpan().TrimEnd() is not [.., '?' or '？']
                && !IsAggregate(sentence)
                && !Says(sentence, SentenceWords.Background)
                && !IsOfFunds(sentence, draft)
            )
            {
                drafts.Add(draft);
            }
        }
    }
}
