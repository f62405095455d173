using Spectre.Console;

namespace CountyQuickstart;

/// <summary>Shows how far the run is: a bar on a terminal, plain lines elsewhere. It writes to the error stream, so that the result stays alone on the other.</summary>
internal abstract class RunProgress : IProgress<double>
{
    /// <summary>Runs work under a display that suits the stream.</summary>
    /// <param name="error">Takes the display.</param>
    /// <param name="work">The work; it names its steps as it comes to them.</param>
    /// <returns>What the work returns.</returns>
    internal static T Show<T>(TextWriter error, Func<RunProgress, T> work) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? Bar.Show(error, work) : work(new Plain(error));

    /// <summary>Begins a step.</summary>
    internal abstract void Step(string title);

    /// <summary>Says how much of the step is done.</summary>
    /// <param name="value">The share, 0..1.</param>
    public abstract void Report(double value);

    private sealed class Plain(TextWriter error) : RunProgress
    {
        internal override void Step(string title) => error.WriteLine(title + " …");

        public override void Report(double value)
        {
        }
    }

    private sealed class Bar(ProgressContext context) : RunProgress
    {
        private ProgressTask? _task;

        internal static new T Show<T>(TextWriter error, Func<RunProgress, T> work)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
            return console.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
                .Start(context =>
                {
                    var bar = new Bar(context);
                    var result = work(bar);
                    bar.Finish();
                    return result;
                });
        }

        internal override void Step(string title)
        {
            Finish();
            _task = context.AddTask(Markup.Escape(title));
        }

        public override void Report(double value) => _task?.Value = 100 * Math.Clamp(value, 0, 1);

        private void Finish()
        {
            Report(1);
            _task?.StopTask();
        }
    }
}
