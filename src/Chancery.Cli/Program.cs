using Chancery.Cli;

return ExitCode.Of(ChanceryCommand.For(args), args);
