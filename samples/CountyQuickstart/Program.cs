using CountyQuickstart;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await QuickstartCommand.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
