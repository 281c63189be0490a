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
    [InlineData("/text", "2025-03-03", false)]
    public void IsPersonal_ByNameOrShape(string path, string value, bool expected) => Assert.Equal(expected, SensitiveValues.IsPersonal(path, Json(value)));

    private static JsonElement Json(string value) => JsonSerializer.SerializeToElement(value);
}
