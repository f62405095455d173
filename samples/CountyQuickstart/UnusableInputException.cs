namespace CountyQuickstart;

/// <summary>Input that the run cannot work with. Its message is the one line that the user sees.</summary>
/// <param name="message">What, where, and what was expected.</param>
internal sealed class UnusableInputException(string message) : Exception(message);
