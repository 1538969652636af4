module "network" {
  source = "git::https://git.example.com/acme/platform.git//infrastructure/modules/network?ref=v1.0.0"

  environment        = "staging"
  cidr_block         = var.cidr_block
  availability_zones = var.availability_zones
}

variable "cidr_block" {
  type = string
}

variable "availability_zones" {
  type = list(string)
}
