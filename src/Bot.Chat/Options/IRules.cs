namespace Bot.Chat.Options;

/// <summary>Options with rules that annotations cannot express.</summary>
public interface IRules
{
    IEnumerable<OptionProblem> Check();
}
