from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from core.access import Permission, requires
from core.methods import show_and_save
from people import actions
from people.forms import EndHoldingForm, HeadForm, HoldingForm, PostForm
from people.models import Post, PostHolding

for_keepers_of_posts = requires(Permission.MANAGE_POSTS)


@show_and_save
@for_keepers_of_posts
def post_list(request: HttpRequest) -> HttpResponse:
    form = PostForm(request.POST or None)
    if form.is_valid():
        post = actions.add_post(title=form.cleaned_data["title"], by=request.user)
        messages.success(request, f"{post.title} is listed.")
        return redirect("people:post_list")
    posts = Post.objects.select_related("head").prefetch_related("holdings__user")
    held = [post for post in posts if post.holdings.all()]
    vacant = [post for post in posts if not post.holdings.all()]
    return render(request, "people/posts.html", {"form": form, "held": held, "vacant": vacant})


@show_and_save
@for_keepers_of_posts
def holding_add(request: HttpRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post, pk=pk)
    form = HoldingForm(request.POST or None, instance=PostHolding(post=post))
    if form.is_valid():
        actions.add_holding(post=post, **form.cleaned_data, by=request.user)
        messages.success(request, f"{form.cleaned_data['user'].name} is listed as {post.title}.")
        return redirect("people:post_list")
    return render(request, "people/holding_add.html", {"form": form, "post": post})


@show_and_save
@for_keepers_of_posts
def post_head(request: HttpRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post, pk=pk)
    form = HeadForm(request.POST or None, instance=post)
    if form.is_valid():
        actions.name_head(post, head=form.cleaned_data["head"], by=request.user)
        messages.success(request, f"Who is told for the {post.title} is kept.")
        return redirect("people:post_list")
    return render(request, "people/post_head.html", {"form": form, "post": post})


@show_and_save
@for_keepers_of_posts
def holding_end(request: HttpRequest, pk: int) -> HttpResponse:
    holding = get_object_or_404(PostHolding.objects.select_related("post", "user"), pk=pk)
    form = EndHoldingForm(request.POST or None, initial={"ends_on": holding.ends_on})
    if form.is_valid():
        try:
            actions.end_holding(holding=holding, ends_on=form.cleaned_data["ends_on"], by=request.user)
        except ValidationError as problem:
            form.add_error("ends_on", problem.messages)
        else:
            messages.success(request, f"The last day of {holding.user} as {holding.post} is kept.")
            return redirect("people:post_list")
    return render(request, "people/holding_end.html", {"form": form, "holding": holding})
