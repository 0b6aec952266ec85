// Room for Campaigns.
