using System.Diagnostics;
using Bot.FaultHook;

/// <summary>
/// Loaded into a process by DOTNET_STARTUP_HOOKS, before its Main. Listens to the delivery's checkpoints and, at the one
/// that <see cref="Order"/> names, does to the process what the order says, inside the event: nothing of the step that
/// follows has begun. The runtime wants this name and no namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Listeners(Order.FromEnvironment()));

    private sealed class Listeners(Order order) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Bot.Delivery")
            {
                value.Subscribe(new Checkpoints(order));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
