cidr_block         = "10.10.0.0/16"
availability_zones = ["eu-central-1a"]
