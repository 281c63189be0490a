using System.Diagnostics;
using System.Text.Json;
using MemOS.Evolution.Sensitivity;

namespace MemOS.Tests.Evolution.Sensitivity;

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
    [InlineData("/password2", "otter", true)]
    [InlineData("/secret_key_base", "otter", true)]
    [InlineData("/x_api_key_header", "otter", true)]
    [InlineData("/数据库密码", "otter", true)]
    [InlineData("/auth", "Basic dXNlcjpwYXNz", true)]
    [InlineData("/header", "Authorization: Bearer abcdefghijk", true)]
    [InlineData("/cmd", "curl -H 'X-Api-Key: 9f8d2c' https://shop.test", true)]
    [InlineData("/cmd", "mysql -uroot -pS3cret shop", true)]
    [InlineData("/cmd", "kubectl get secrets -n staging -o name", false)]
    [InlineData("/url", "https://maps.test/?key=q7w8e9", true)]
    [InlineData("/env", "DB_PASSWORD=otter", true)]
    [InlineData("/body", "My password is hunter2", true)]
    [InlineData("/note", "PIN 4821", true)]
    [InlineData("/备注", "服务器密码是 otter!35", true)]
    [InlineData("/message", "Your password expires in {{days}} days.", false)]
    [InlineData("/message", "Your code is {{code}}. The token is refreshed every hour.", false)]
    [InlineData("/max_tokens", "4096", false)]
    [InlineData("/password_policy", "min12", false)]
    [InlineData("/gpio_pin", "17", false)]
    [InlineData("/令牌类型", "Bearer", false)]
    [InlineData("/commit", "3f8a1c9be2d704516fa0c7d9e8b3425106cd77ae", false)]
    [InlineData("/sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false)]
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
    [InlineData("/to", "Bob Miller <bob.miller@mail.test>", true)]
    [InlineData("/to", "bob@mail.test, ann@mail.test", true)]
    [InlineData("/to", "warehouse@shop.test, billing@shop.test", false)]
    [InlineData("/payee_account", "DE89370400440532013000", true)]
    [InlineData("/source", "GB82 WEST 1234 5698 7654 32", true)]
    [InlineData("/source", "GB83 WEST 1234 5698 7654 32", false)]
    [InlineData("/address", "12 Elm Street, Springfield", true)]
    [InlineData("/note", "leave it at 12 Elm Street", true)]
    [InlineData("/ip_address", "10.0.12.7", false)]
    [InlineData("/address_type", "billing", false)]
    [InlineData("/customer_name", "Mary-Beth Tollinger", true)]
    [InlineData("/recipient", "Frau Dr. Huber", true)]
    [InlineData("/recipient", "Accounts Payable", false)]
    [InlineData("/客户姓名", "韩牧之", true)]
    [InlineData("/联系人", "钱女士", true)]
    [InlineData("/收货地址", "示例市云水区桂花路118号", true)]
    [InlineData("/tax_id", "123-45-6789", true)]
    [InlineData("/passport_id", "X1234567", true)]
    [InlineData("/born", "24.12.1979", true)]
    [InlineData("/tel", "06 39 98 41 27", true)]
    [InlineData("/contact", "call 415-555-0123", true)]
    [InlineData("/phone_type", "landline", false)]
    [InlineData("/dob_format", "YYYY-MM-DD", false)]
    [InlineData("/product_name", "Blue Danube", false)]
    [InlineData("/account", "4000", false)]
    [InlineData("/仓库城市", "苏州", false)]
    [InlineData("/id_card", "11010519491231002X", true)]
    [InlineData("/text", "110105194912310020", false)]
    public void IsPersonal_ByNameOrShape(string path, string value, bool expected) => Assert.Equal(expected, SensitiveValues.IsPersonal(path, Json(value)));

    // Chinese has no blanks beside a number.
    [Theory]
    [InlineData("身份证号11010519491231002X。", false)]
    [InlineData("账号DE89370400440532013000", false)]
    [InlineData("用sk-abc123def456ghi调用", true)]
    [InlineData("用AKIAIOSFODNN7EXAMPLE调用", true)]
    public void IsSensitive_InsideChinese(string value, bool isSecret) =>
        Assert.Equal((true, isSecret), (SensitiveValues.IsSensitive("/text", Json(value)), SensitiveValues.IsSecret("/text", Json(value))));

    [Theory]
    [InlineData("/tool", "api_v2_endpoint")]
    [InlineData("/query", "SELECT key_metrics_2024 FROM t")]
    [InlineData("/name", "周报")]
    [InlineData("/to", "In Progress")]
    [InlineData("/to", "San Francisco")]
    [InlineData("/tokens", "512")]
    [InlineData("/secret_name", "db-prod")]
    [InlineData("/text", "Basic authentication is used")]
    public void IsSensitive_WhatAConstantMayBe_IsNot(string path, string value) => Assert.False(SensitiveValues.IsSensitive(path, Json(value)));

    [Theory]
    [InlineData("/use_password", "hunter2")]
    [InlineData("/dbpassword", "otter")]
    [InlineData("/jwt", "a.b.c1")]
    public void IsSecret_ByAName_HoweverItIsPutTogether(string path, string value) => Assert.True(SensitiveValues.IsSecret(path, Json(value)));

    // A secret is found wherever it stands, and a text of any make is read in a time that grows with its length alone.
    [Theory]
    [InlineData("""{"login":"octocat","url":"https:\/\/api\/users"},""")]
    [InlineData("/login/index")]
    [InlineData("登录后点击注册页面")]
    [InlineData("7")]
    [InlineData("A-")]
    [InlineData("Calle de ")]
    [InlineData("mysql ")]
    [InlineData("mot de passe a b ")]
    public void IsSensitive_LongText_IsReadInTime(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 90_000 / part.Length));
        var started = Stopwatch.GetTimestamp();
        Assert.False(SensitiveValues.IsSecret("/text", Json(text)));
        Assert.True(SensitiveValues.IsSecret("/text", Json(text + " password=otter7")));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"{Stopwatch.GetElapsedTime(started)}");
    }

    private static JsonElement Json(string value) => JsonSerializer.SerializeToElement(value);
}
