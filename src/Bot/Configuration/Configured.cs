using Bot.Verbs;

namespace Bot.Configuration;

/// <summary>Gives a verb a valid configuration or none.</summary>
public static class Configured
{
    /// <summary>Null if anything is wrong, after writing one line per problem to standard error.</summary>
    public static ConfigurationReading? OrComplain(CommandLineContext commandLine)
    {
        var reading = ConfigurationReader.Read(commandLine);
        if (reading.Problems.Count == 0)
        {
            return reading;
        }

        commandLine.Complain(HostTexts.Both("Configured.ConfigurationHasProblemS", reading.Problems.Count, ConfigurationReader.FileName));
        foreach (var problem in reading.Problems)
        {
            commandLine.Error.WriteLine($"  {commandLine.Say(problem.Text)}");
        }

        return null;
    }
}
