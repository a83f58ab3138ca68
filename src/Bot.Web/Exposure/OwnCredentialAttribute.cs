namespace Bot.Web.Exposure;

/// <summary>
/// Marks an endpoint that checks its own credential on every request (the intake's bearer token), so the guard does not.
/// Such an endpoint must answer 401 itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OwnCredentialAttribute : Attribute;
