using System.Reflection;

namespace Bot;

/// <summary>The version of this build, from <c>Directory.Build.props</c>.</summary>
public static class BotVersion
{
    /// <summary>As in <c>0.2.0</c>, without the commit that a build may append.</summary>
    public static string Current { get; } =
        (typeof(BotVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split(
            '+'
        )[0];
}
