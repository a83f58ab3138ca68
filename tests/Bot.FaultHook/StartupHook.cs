using System.Diagnostics;
using Bot.FaultHook;

/// <summary>
/// Loaded into a process by DOTNET_STARTUP_HOOKS, before its Main. Listens to the delivery's checkpoints and, at the one
/// that <see cref="Order"/> names, does to the process what the order says, inside the event: nothing of the step that
/// follows has begun. The runtime wants this name and no namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        DiagnosticListener.AllListeners.Subscribe(new Listeners(Order.FromEnvironment()));
        new Thread(DieWithParent) { IsBackground = true, Name = "die with parent" }.Start();
    }

    /// <summary>Standard input is a pipe that the test run holds: its end is the run's end, and nothing may outlive that.</summary>
    private static void DieWithParent()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0) { }

        Process.GetCurrentProcess().Kill();
    }

    private sealed class Listeners(Order order) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Bot.Delivery")
            {
                value.Subscribe(new Checkpoints(order));
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
