using GridGovernance.Sdk.Tool;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return GridgovCommand.Run(args, Console.Out, Console.Error);
