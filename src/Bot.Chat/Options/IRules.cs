namespace Bot.Chat.Options;

/// <summary>Options with rules that annotations cannot say.</summary>
public interface IRules
{
    IEnumerable<OptionProblem> Check();
}
