namespace GridGovernance.Sdk.Interchange;

/// <summary>How the text of a CSV file is encoded. It is declared by the caller, never guessed.</summary>
public enum CsvEncoding
{
    /// <summary>UTF-8, with or without a byte-order mark.</summary>
    Utf8 = 0,

    /// <summary>GB 18030, as older Chinese spreadsheets save it, with or without a byte-order mark.</summary>
    Gb18030 = 1,
}
