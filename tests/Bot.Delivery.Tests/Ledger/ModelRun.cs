using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Ledger;

/// <summary>One random history, played on the ledger and checked after each step.</summary>
internal sealed class ModelRun : IAsyncDisposable
{
    private static readonly TimeSpan LatestArrival = TimeSpan.FromSeconds(50);

    private readonly TestDatabase _database;
    private readonly string _workspace;
    private readonly CrashPoint _crash;
    private readonly List<(DateTimeOffset At, SendRequest Request)> _late = [];
    private readonly Dictionary<string, string> _frozen = [];
    private readonly HashSet<string> _ended = [];
    private Bench _bench;
    private Random _chance = new(0);
    private bool _kind;
    private int _usurped;
    private int _revision;

    public ModelRun(TestDatabase database, string workspace)
    {
        (_database, _workspace) = (database, workspace);
        _bench = NewProcess(null);
        _crash = new CrashPoint(_bench.Platform.TokenFor(workspace));
        _bench.Platform.OnSend = Sent;
        _bench.Platform.OnEdit = _ =>
            _kind
                ? Reaction.Accept
                : _chance.Next(4) switch
                {
                    0 => Reaction.Lose,
                    1 => Reaction.AcceptAndLose,
                    _ => Reaction.Accept,
                };
        _bench.Platform.OnFind = _ =>
            _kind
                ? null
                : _chance.Next(8) switch
                {
                    0 => new FindOutcome.RetryAfter(null, "busy"),
                    1 => new FindOutcome.CannotTell("no permission"),
                    _ => null,
                };
    }

    public async Task PlayAsync((int Kind, int Seed)[] history)
    {
        await _bench.SubscribeAsync(_workspace, 1, _workspace);
        await RevisedAsync();
        foreach (var (step, seed) in history)
        {
            _chance = new Random(seed);
            await StepAsync(step);
            await JudgeAsync();
        }

        await RestAsync();
    }

    private async Task StepAsync(int step)
    {
        var posts = await _bench.PostsAsync(_workspace);
        switch (step)
        {
            case <= 3:
                await SendAsync();
                break;
            case 4 or 5:
                _crash.Arm(1 + _chance.Next(25));
                await SendAsync();
                _crash.Arm(0);
                await ReplaceProcessAsync();
                break;
            case 16:
                _usurped = 1 + _chance.Next(3);
                await SendAsync();
                _usurped = 0;
                break;
            case 6 or 7 or 8:
                Pass(TimeSpan.FromSeconds(_chance.Next(1, 90)));
                break;
            case 9:
                Pass(TimeSpan.FromMinutes(_chance.Next(1, 200)));
                break;
            case 10:
                await RevisedAsync();
                break;
            case 11 when posts.Count > 0:
                await Operations.SkipAsync(posts[_chance.Next(posts.Count)].Key, "ann", default);
                break;
            case 12 when posts.Find(post => post.State == PostState.Parked) is { } parked:
                await SettleAsync(parked);
                break;
            case 13 when posts.Count > 0:
                await Operations.ResendAsync(posts[0].DeliveryId, "ann", default);
                break;
            case 14 when posts.Count > 0:
                await (
                    _chance.Next(2) == 0
                        ? Operations.CancelAsync(posts[0].DeliveryId, "ann", default)
                        : Operations.RecallAsync(posts[0].DeliveryId, "ann", default)
                );
                break;
            case 15:
                var scope = $"workspace:fake:{_workspace}";
                await (
                    _chance.Next(2) == 0
                        ? Operations.PauseAsync(scope, "ann", null, default)
                        : Operations.ResumeAsync(scope, "ann", default)
                );
                break;
            default:
                break;
        }
    }

    private DeliveryOperations Operations => _bench.Get<DeliveryOperations>();

    /// <summary>Nothing goes wrong any more: everything that can still happen does, and nothing is stuck.</summary>
    private async Task RestAsync()
    {
        _kind = true;
        await Operations.ResumeAsync($"workspace:fake:{_workspace}", "ann", default);
        await Operations.ResumeAsync($"token:{_bench.Platform.TokenFor(_workspace)}", "ann", default);
        await Operations.ResumeAsync($"channel:fake:{_workspace}/C1", "ann", default);
        for (var round = 0; round < 12; round++)
        {
            Pass(TimeSpan.FromSeconds(70));
            await SendAsync();
            foreach (var parked in (await _bench.PostsAsync(_workspace)).Where(post => post.State == PostState.Parked))
            {
                await SettleAsync(parked);
            }
        }

        Pass(TimeSpan.FromHours(13));
        await SendAsync();
        await _bench.SweepAsync();
        await JudgeAsync();
        var stuck = (await _bench.PostsAsync(_workspace)).Where(post =>
            post.State is PostState.Planned or PostState.Sending or PostState.Uncertain or PostState.Parked
        );
        Assert.True(!stuck.Any(), await TimelineAsync("I7: stuck"));
        Assert.All(
            (await _bench.DeliveriesAsync()).Where(delivery => delivery.Workspace == _workspace),
            delivery => Assert.Equal(DeliveryState.Done, delivery.State)
        );
    }

    private async Task JudgeAsync()
    {
        var posts = await _bench.PostsAsync(_workspace);
        var ledger = posts.ToDictionary(post => post.Key);
        var log = _bench.Platform.Log;
        foreach (var key in log.GroupBy(message => message.Key))
        {
            Assert.True(key.Count() == 1, await TimelineAsync("I1: repeated"));
            Assert.True(
                ledger[key.Key].State is PostState.Sent or PostState.Sending or PostState.Uncertain or PostState.Parked,
                await TimelineAsync("I3: unknown to the ledger")
            );
            Assert.True(!_ended.Contains(key.Key), await TimelineAsync("I6: posted after its end"));
        }

        foreach (var post in posts.Where(post => post.State == PostState.Sent && OutcomePolicy.Creates(post)))
        {
            Assert.True(
                log.Any(message => message.Key == post.Key && message.Id == post.MessageId),
                await TimelineAsync("I2: sent but not there")
            );
        }

        var place = log.Select(message => ledger[message.Key].Ordinal).ToList();
        Assert.True(place.SequenceEqual(place.Order()), await TimelineAsync("I4: out of order"));
        string? thread = null;
        for (var at = 0; at < log.Count; at++)
        {
            thread = log[at].Thread is null ? $"t{at + 1}" : thread;
            Assert.True(log[at].Thread is null || log[at].Thread == thread, await TimelineAsync("I5: another thread"));
        }

        foreach (var post in posts)
        {
            // A revision may replace what nobody has attempted yet.
            Assert.True(
                post.Attempts == 0 || _frozen.TryAdd(post.Key, post.PayloadHash) || _frozen[post.Key] == post.PayloadHash,
                await TimelineAsync("I11: changed")
            );
            if (post.State is PostState.Failed or PostState.Expired or PostState.Cancelled)
            {
                _ended.Add(post.Key);
            }
        }
    }

    private async Task RevisedAsync()
    {
        _revision++;
        var sections = new[] { "startups", "outlook", "insights" }.Where(_ => _revision == 1 || _chance.Next(3) > 0);
        var lines = string.Join('\n', sections.Select(section => $"{section}: {_chance.Next(3)}").Prepend($"root: {_chance.Next(2)}"));
        await _bench.StoreAsync(lines, series: _workspace);
        await _bench.PlanAsync(_workspace);
    }

    private async Task SettleAsync(Post parked)
    {
        // A person who checks sees what is there, and waits until nothing more can arrive.
        Pass(LatestArrival);
        var there = _bench.Platform.Log.Select((message, at) => (message, at)).FirstOrDefault(pair => pair.message.Key == parked.Key);
        ParkedVerdict verdict =
            there.message is { } message ? new ParkedVerdict.WasSent(message.Id, message.Thread is null ? $"t{there.at + 1}" : null)
            : _chance.Next(2) == 0 ? new ParkedVerdict.WasNotSent()
            : new ParkedVerdict.Drop();
        await Operations.SettleAsync(parked.Key, verdict, "ann", default);
    }

    private async Task SendAsync()
    {
        try
        {
            await _bench.SendAsync(_workspace);
        }
        catch (CrashException)
        {
            // The caller replaces the process.
        }
    }

    private Reaction Sent(SendRequest request, int count)
    {
        if (_usurped > 0 && --_usurped == 0)
        {
            Usurp();
        }

        if (_kind)
        {
            return Reaction.Accept;
        }

        switch (_chance.Next(12))
        {
            case 0:
                return Reaction.Lose;
            case 1:
                _late.Add((_bench.Now + TimeSpan.FromSeconds(_chance.Next(1, (int)LatestArrival.TotalSeconds)), request));
                return Reaction.Lose;
            case 2 or 3:
                return Reaction.AcceptAndLose;
            case 4:
                return Reaction.Wait(null);
            case 5:
                return Reaction.Wait(TimeSpan.FromSeconds(_chance.Next(100)), RetryScope.Token);
            case 6:
                return Reaction.Refuse((RejectReason)_chance.Next(8));
            default:
                return Reaction.Accept;
        }
    }

    /// <summary>
    /// Another process takes the lease while the request is in flight, and marks whatever it finds in sending as uncertain.
    /// </summary>
    private void Usurp()
    {
        var token = _bench.Platform.TokenFor(_workspace);
        using var context = _database.CreateContext();
        var lease = context.Leases.Single(held => held.Token == token);
        lease.Epoch++;
        lease.Owner = "another";
        context.SaveChanges();
        if (_chance.Next(2) == 0)
        {
            _bench.Get<LedgerSweep>().RecoverAsync(new LeaseStamp(token, lease.Epoch), _bench.Now.AddSeconds(10)).GetAwaiter().GetResult();
        }
    }

    private void Pass(TimeSpan by)
    {
        _bench.Time.Advance(by);
        foreach (var (_, request) in _late.Where(arrival => arrival.At <= _bench.Now).ToList())
        {
            _bench.Platform.Plant(request);
        }

        _late.RemoveAll(arrival => arrival.At <= _bench.Now);
    }

    private Bench NewProcess(Bench? like) => new(_database, like: like);

    private async Task ReplaceProcessAsync()
    {
        var dead = _bench;
        _bench = NewProcess(dead);
        await dead.DisposeAsync();
    }

    private async Task<string> TimelineAsync(string what) =>
        string.Join(
            '\n',
            (await _bench.PostsAsync(_workspace))
                .Select(post =>
                    $"{post.Ordinal} {post.Kind} {post.Section} {post.Key} {post.State} {post.Reason} {post.MessageId} round {post.Round} tries {post.Attempts}"
                )
                .Prepend(
                    $"{what}; log: {string.Join(", ", _bench.Platform.Log.Select(message => $"{message.Key} {message.Id} in {message.Thread}"))}"
                )
        );

    public async ValueTask DisposeAsync()
    {
        _crash.Dispose();
        await _bench.DisposeAsync();
    }
}
