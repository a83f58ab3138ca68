using System.Diagnostics;

namespace Bot.Acceptance.Tests.Processes;

/// <summary>Asks a process outside this one until it says what is waited for: there is no signal to subscribe to.</summary>
internal static class Eventually
{
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> accept, string waitingFor, TimeSpan? deadline = null)
    {
        var limit = deadline ?? TimeSpan.FromMinutes(3);
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            T answer = default!;
            Exception? failure = null;
            try
            {
                answer = await ask();
                if (accept(answer))
                {
                    return answer;
                }
            }
            catch (HttpRequestException exception)
            {
                failure = exception;
            }

            if (clock.Elapsed > limit)
            {
                Assert.Fail($"Waited {limit.TotalSeconds} s for {waitingFor}. Last: {failure?.Message ?? answer?.ToString()}");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
