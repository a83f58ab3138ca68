namespace Bot.Briefings.Funding.Sentences;

/// <content>Rounds that no verb states: a stage and an amount, or an amount and who gave it.</content>
internal sealed partial class ProseReader
{
    /// <summary>a $600 million round: the noun behind an amount says what it is.</summary>
    private static bool IsRound(Sentence sentence, MoneyHit sum) =>
        sentence.Flat.AsSpan(sum.End) is [' ', .. var behind] && behind.StartsWith("round");

    /// <summary>5億ドルの融資をXと交渉, is discussing a $600 million round: without a verb of raising, the words beside the amount tell.</summary>
    private bool IsPlan(Sentence sentence, MoneyHit sum)
    {
        if (sentence.Tongue == Tongue.English)
        {
            return IsRound(sentence, sum) && _words.Planned.Contains(sentence.Flat.AsSpan(0, sum.Start));
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

    /// <summary>Nimbus — £18.5m Series A: a stage and an amount suffice without a verb.</summary>
    private void AddUnsaid(List<Sentence> sentences, string? company, List<Draft> drafts)
    {
        foreach (var sentence in company is null ? [] : sentences)
        {
            if (drafts.Exists(draft => draft.Stands))
            {
                AddTalk(ClausesOf(sentence, [], company), drafts);
                continue;
            }

            var hits = TriggersOf(sentence).Where(hit => hit.Value is FinancingKind.Raise).ToList();
            var clauses = ClausesOf(sentence, hits, company);
            var sum = clauses.Sums(0, sentence.Text.Length).Select(money => (MoneyHit?)money).FirstOrDefault();
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

            // プレシリーズA、3億円、X主導: a round's name may not be a stage, or it may have none.
            var isRound =
                draft.Stage is not null
                || (sum is { } told && (draft.Investors.Count > 0 || IsFromGiver(sentence, told) || IsRound(sentence, told)));
            if (
                isRound
                && !Says(sentence, SentenceWords.Denied)
                && !IsAggregate(sentence)
                && !Says(sentence, SentenceWords.Background)
                && !Says(sentence, SentenceWords.NotFunds)
            )
            {
                drafts.Add(draft);
            }
        }
    }
}
