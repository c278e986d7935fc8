resource "aws_lambda_function_url" "this" {
  count              = var.endpoint == "function-url" ? 1 : 0
  function_name      = aws_lambda_function.this.function_name
  qualifier          = local.alias
  authorization_type = "AWS_IAM"

  depends_on = [aws_cloudformation_stack.live]
}

# Lambda asks for both.
resource "aws_lambda_permission" "url" {
  for_each = toset(var.callers)

  statement_id           = "url-${each.value}"
  action                 = "lambda:InvokeFunctionUrl"
  principal              = each.value
  function_name          = aws_lambda_function.this.function_name
  qualifier              = local.alias
  function_url_auth_type = "AWS_IAM"

  depends_on = [aws_cloudformation_stack.live]
}

resource "aws_lambda_permission" "invoke" {
  for_each = toset(var.callers)

  statement_id             = "invoke-${each.value}"
  action                   = "lambda:InvokeFunction"
  principal                = each.value
  function_name            = aws_lambda_function.this.function_name
  qualifier                = local.alias
  invoked_via_function_url = true

  depends_on = [aws_cloudformation_stack.live]
}
