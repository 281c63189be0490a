using System.Text.Json;
using MemOS.Evolution.Induction;

namespace MemOS.Tests.Evolution.Induction;

public sealed class SensitiveValuesTests
{
    [Theory]
    [InlineData("/password", "x1", true)]
    [InlineData("/auth/apiKey", "x1", true)]
    [InlineData("/access_token", "x1", true)]
    [InlineData("/card_number", "12", true)]
    [InlineData("/\u5BC6\u7801", "x1", true)]
    [InlineData("/text", "ghp_aaaabbbbccccdddd1111", true)]
    [InlineData("/text", "4111 1111 1111 1111", true)]
    [InlineData("/text", "4111 1111 1111 1112", false)]
    [InlineData("/tokens/0", "abc", true)]
    [InlineData("/headers/X-Api-Key/value", "abc", true)]
    [InlineData("/connection", "Server=db1;User=app;Password=Tr0ub4dor", true)]
    [InlineData("/url", "https://ada:hunter2@shop.test/feed", true)]
    [InlineData("/url", "https://shop.test/feed?page=2&api_key=abcd", true)]
    [InlineData("/url", "https://hooks.slack.com/services/T0/B0/xyz", true)]
    [InlineData("/url", "https://shop.test/feed?page=2", false)]
    [InlineData("/cards/count", "3", false)]
    [InlineData("/token_count", "12", false)]
    [InlineData("/channel", "releases", false)]
    [InlineData("/pinned", "yes", false)]
    [InlineData("/template", "rent_reminder", false)]
    public void IsSecret_ByNameOrShape(string path, string value, bool expected) => Assert.Equal(expected, SensitiveValues.IsSecret(path, Json(value)));

    [Theory]
    [InlineData("/to", "ada.king@mail.test", true)]
    [InlineData("/to", "warehouse@shop.test", false)]
    [InlineData("/phone", "12345", true)]
    [InlineData("/text", "+44 20 7946 0958", true)]
    [InlineData("/full_name", "Maria Gonzalez", true)]
    [InlineData("/contact/lastName", "Gonzalez", true)]
    [InlineData("/street", "12 Oak Street", true)]
    [InlineData("/file_name", "report.pdf", false)]
    [InlineData("/address", "0x40", false)]
    [InlineData("/text", "2025-03-03", false)]
    public void IsPersonal_ByNameOrShape(string path, string value, bool expected) => Assert.Equal(expected, SensitiveValues.IsPersonal(path, Json(value)));

    private static JsonElement Json(string value) => JsonSerializer.SerializeToElement(value);
}
