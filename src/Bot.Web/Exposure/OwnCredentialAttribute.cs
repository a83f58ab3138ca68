namespace Bot.Web.Exposure;

/// <summary>
/// On an endpoint that checks a credential of its own on every request (the intake's bearer token): the guard leaves
/// it to it. An endpoint so marked must answer 401 by itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OwnCredentialAttribute : Attribute;
